import {
  apiRefusal,
  startTestApiServer,
  type TestApiAnswer,
  type TestApiServer,
} from '../__testUtils__/startTestApiServer';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { HelmRecovery, type HelmRecoveryOptions } from './HelmRecovery';
import type { DeployedRelease } from './ReleaseDeployer';

const revision = (number: number, status: string): DeployedRelease => ({
  revision: number,
  status,
  chartVersion: '0.1.0',
  description: '',
  updatedAt: '2026-11-21T10:00:00.000Z',
});
const jobs = (...active: (number | undefined)[]): TestApiAnswer => ({
  object: {
    items: active.map((count, index) => ({
      metadata: { name: `migrate-${index + 1}` },
      status: { active: count },
    })),
  },
});

describe('HelmRecovery', () => {
  let server: TestApiServer;
  let answers: TestApiAnswer[];
  let told: string[];
  const helm = jest.fn(async (_: readonly string[]) => '');
  const recoveryWith = (options: Partial<HelmRecoveryOptions> = {}) =>
    new HelmRecovery({
      access: server.access,
      helm,
      tell: text => told.push(text),
      signal: new AbortController().signal,
      patience: 1_500,
      interval: 1,
      ...options,
    });
  const recover = (
    history: DeployedRelease[],
    options: Partial<HelmRecoveryOptions> = {},
  ) => recoveryWith(options).recover(testEnvironment('fleet'), history);

  beforeEach(async () => {
    answers = [];
    told = [];
    helm.mockReset();
    server = await startTestApiServer(() => answers.shift() ?? jobs());
  });
  afterEach(() => server.close());

  it.each([
    ['never installed', []],
    ['deployed', [revision(1, 'deployed')]],
    ['failed', [revision(2, 'failed'), revision(1, 'superseded')]],
    [
      'deployed after one that was left',
      [revision(2, 'deployed'), revision(1, 'pending-install')],
    ],
  ])('leaves a release alone that was %s', async (_, history) => {
    await recover(history);
    expect(helm).not.toHaveBeenCalled();
    expect(server.calls).toEqual([]);
    expect(told).toEqual([]);
  });

  it.each([
    ['pending-upgrade', 'deployed'],
    ['pending-rollback', 'superseded'],
  ])('goes back from %s to the newest that was %s', async (status, good) => {
    await recover([
      revision(4, status),
      revision(3, 'failed'),
      revision(2, good),
      revision(1, 'superseded'),
    ]);
    expect(helm.mock.calls).toEqual([
      [['rollback', 'fleet-staging', '2', '--wait', '--timeout', '2s']],
    ]);
    expect(told).toEqual([
      `Revision 4 is ${status}, left by a deployer that was stopped`,
      'Goes back to revision 2',
    ]);
  });

  it.each([
    [
      'a first install',
      [revision(1, 'pending-install')],
      'No revision was ever deployed; its objects are removed',
    ],
    [
      'an install after a failed one',
      [revision(2, 'pending-install'), revision(1, 'failed')],
      'No revision was ever deployed; its objects are removed',
    ],
    [
      'a removal, whatever was before',
      [revision(2, 'uninstalling'), revision(1, 'deployed')],
      'Its removal is brought to an end',
    ],
  ])('removes what is left of %s', async (_, history, words) => {
    await recover(history);
    expect(helm.mock.calls).toEqual([
      [['uninstall', 'fleet-staging', '--wait', '--timeout', '2s']],
    ]);
    expect(told[1]).toBe(words);
  });

  it('waits for the migration that goes on without Helm, and says so once', async () => {
    answers.push(jobs(1), jobs(1), jobs(undefined, 1), jobs(0, undefined));
    await recover([revision(2, 'pending-upgrade'), revision(1, 'deployed')]);
    expect(told.slice(1)).toEqual([
      'Waits for its Job migrate-1 to end',
      'Waits for its Job migrate-2 to end',
      'Goes back to revision 1',
    ]);
    expect(server.calls).toHaveLength(4);
    const { pathname, searchParams } = server.calls[0].url;
    expect(pathname).toBe('/apis/batch/v1/namespaces/fleet-staging/jobs');
    expect(searchParams.get('labelSelector')).toBe(
      'app.kubernetes.io/instance=fleet-staging,app.kubernetes.io/component=migration',
    );
  });

  it('takes no migration away that does not end', async () => {
    answers.push(jobs(1), jobs(1), jobs(1), jobs(1), jobs(1));
    await expect(
      recover([revision(1, 'pending-install')], { patience: -1 }),
    ).rejects.toMatchObject({
      name: 'HelmError',
      message:
        'Job migrate-1 of a stopped deployer still runs; look at it before trying again',
    });
    expect(helm).not.toHaveBeenCalled();
  });

  it('does nothing to the release when the Jobs can not be seen', async () => {
    answers.push(apiRefusal(403, 'Forbidden', 'jobs is forbidden'));
    await expect(recover([revision(1, 'pending-install')])).rejects.toThrow(
      'The cluster demo answered: jobs is forbidden',
    );
    expect(helm).not.toHaveBeenCalled();
  });

  it('ends its wait with the signal', async () => {
    answers.push(jobs(1));
    const stopping = new AbortController();
    await expect(
      recover([revision(1, 'pending-install')], {
        interval: 60_000,
        signal: stopping.signal,
        tell: text => text.startsWith('Waits') && stopping.abort(),
      }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(helm).not.toHaveBeenCalled();
  });

  it.each([
    ['removed', [['uninstall', 'fleet-staging']]],
    ['kept', []],
  ] as const)('has a first release %s', async (first, done) => {
    const own = { ...revision(1, 'deployed'), description: 'own' };
    await recoveryWith().takeBack(
      testEnvironment('fleet'),
      [own],
      'own',
      first,
    );
    expect(helm.mock.calls.map(([args]) => args.slice(0, 2))).toEqual(done);
  });

  it('goes back to what was deployed before, also where a first release is kept', async () => {
    const own = { ...revision(2, 'deployed'), description: 'own' };
    const history = [own, revision(1, 'superseded')];
    const environment = testEnvironment('fleet');
    await recoveryWith().takeBack(environment, history, 'own', 'kept');
    expect(helm.mock.calls[0][0].slice(0, 3)).toEqual([
      'rollback',
      'fleet-staging',
      '1',
    ]);
    helm.mockClear();
    // done once more after a kill, it finds what it has made
    const restored = [revision(3, 'deployed'), ...history];
    await recoveryWith().takeBack(environment, restored, 'own', 'kept');
    expect(helm).not.toHaveBeenCalled();
  });
});
