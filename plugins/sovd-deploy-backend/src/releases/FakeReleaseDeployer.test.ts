import { testEnvironment } from '../__testUtils__/testEnvironment';
import { testImage, testOutputs } from '../__testUtils__/testRepository';
import { FakeReleaseDeployer } from './FakeReleaseDeployer';
import { ReleaseError } from './ReleaseError';

const environment = testEnvironment('fleet');
const { signal } = new AbortController();

describe('FakeReleaseDeployer', () => {
  let deployer: FakeReleaseDeployer;
  const told: string[] = [];
  const deploy = (changeId: string, stop = signal) =>
    deployer.deploy(
      {
        environment,
        sourceFolder: '/nowhere',
        images: [testImage('1')],
        outputs: testOutputs,
        values: {},
        changeId,
      },
      text => told.push(text),
      stop,
    );

  beforeEach(() => {
    told.length = 0;
    deployer = new FakeReleaseDeployer();
  });

  it('makes one revision for each change, however often it is asked', async () => {
    expect(await deployer.read(environment, signal)).toBeUndefined();
    expect(await deploy('c1')).toMatchObject({ revision: 1 });
    expect(await deploy('c1')).toMatchObject({ revision: 1 });
    expect(told).toHaveLength(1);
    expect(await deploy('c2')).toMatchObject({ revision: 2 });
    expect(await deployer.read(environment, signal)).toMatchObject({
      revision: 2,
      status: 'deployed',
      description: 'change c2',
    });
  });

  it('fails once when it is told to, and goes back as Helm does', async () => {
    await deploy('c1');
    deployer.failNext('fleet-staging', 'timed out');
    const failing = deploy('c2');
    await expect(failing).rejects.toThrow('timed out');
    await expect(failing).rejects.toBeInstanceOf(ReleaseError);
    expect(await deployer.read(environment, signal)).toMatchObject({
      revision: 3,
      status: 'deployed',
      description: 'Rollback to 1',
    });
    expect(await deploy('c2')).toMatchObject({ revision: 4 });
  });

  it('does nothing once its signal is aborted', async () => {
    const aborted = AbortSignal.abort(new Error('stopped'));
    await expect(deploy('c1', aborted)).rejects.toThrow('stopped');
    expect(await deployer.read(environment, signal)).toBeUndefined();
  });
});
