import { chmod, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startTestApiServer } from '../__testUtils__/startTestApiServer';
import type { TestApiServer } from '../__testUtils__/startTestApiServer';
import { parse } from 'yaml';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import {
  testChart,
  testImage,
  testOutputs,
  testRepository,
} from '../__testUtils__/testRepository';
import { HelmError } from './HelmError';
import { HelmProgram } from './HelmProgram';
import { HelmReleaseDeployer } from './HelmReleaseDeployer';
import { toReleaseValues } from './toReleaseValues';

const environment = testEnvironment('fleet');
const { signal } = new AbortController();
const entry = (revision: number, status: string, description = '') => ({
  revision,
  updated: '2026-11-21T10:00:00.123456789Z',
  status,
  chart: 'sovd-webapp-0.1.0',
  description,
});

/**
 * Stands for helm: notes its arguments and the values that it was given, and answers
 * each `history` with the next of the files history-1, history-2, …
 */
const script = (folder: string) => `#!/bin/sh
cd ${folder}
printf '%s\\n' "$*" >> calls
case "$1" in
  history)
    n=$(grep -c '^history' calls)
    [ -f "history-$n" ] || { echo 'Error: release: not found' >&2; exit 1; }
    cat "history-$n" ;;
  upgrade)
    while [ $# -gt 0 ]; do
      case "$2" in */values-*.json) cp "$2" "given-$(basename "$2")" ;; esac
      shift
    done
    echo 'Release "fleet-staging" has been upgraded'
    [ ! -f fault ] || { cat fault >&2; exit 1; } ;;
esac
`;

describe('HelmReleaseDeployer', () => {
  let source: string;
  let stub: string;
  let server: TestApiServer;
  let deployer: HelmReleaseDeployer;
  let told: string[];

  beforeEach(async () => {
    told = [];
    server = await startTestApiServer(() => ({ object: { items: [] } }));
    source = await testRepository({
      ...testChart(environment),
      'environments/staging/values.yaml': 'own: true\n',
    });
    stub = await testRepository({ calls: '' });
    const helm = path.join(stub, 'helm');
    await writeFile(helm, script(stub));
    await chmod(helm, 0o700);
    deployer = new HelmReleaseDeployer({
      program: new HelmProgram({ helm }),
      placeOf: () => ({
        access: server.access,
        releaseTimeoutMs: 90_500,
        progressDeadlineSeconds: 20,
      }),
    });
  });
  afterEach(async () => {
    server.close();
    await rm(source, { recursive: true });
    await rm(stub, { recursive: true });
  });

  const histories = async (...answers: ReturnType<typeof entry>[][]) => {
    for (const [index, answer] of answers.entries()) {
      const file = path.join(stub, `history-${index + 1}`);
      await writeFile(file, JSON.stringify(answer));
    }
  };
  const calls = async () =>
    (await readFile(path.join(stub, 'calls'), 'utf8')).trim().split('\n');
  const deploy = () =>
    deployer.deploy(
      {
        environment,
        sourceFolder: source,
        images: [testImage('2.4.1')],
        outputs: testOutputs,
        values: { top: true },
        changeId: 'c2',
      },
      text => told.push(text),
      signal,
    );

  it('reads the newest revision, and none of what was never installed', async () => {
    expect(await deployer.read(environment, signal)).toBeUndefined();
    await histories([], [entry(1, 'superseded'), entry(2, 'deployed')]);
    expect(await deployer.read(environment, signal)).toMatchObject({
      revision: 2,
      status: 'deployed',
    });
    expect(await calls()).toContain(
      'history fleet-staging --output json --namespace fleet-staging',
    );
  });

  it('passes on every other word of Helm', async () => {
    await writeFile(path.join(stub, 'history-1'), 'no JSON');
    await expect(deployer.read(environment, signal)).rejects.toThrow(
      SyntaxError,
    );
  });

  it('upgrades with the values of the repository, then its own, then those of the change', async () => {
    const before = [entry(1, 'deployed', 'change c1')];
    await histories(before, [
      entry(1, 'superseded', 'change c1'),
      entry(2, 'deployed', 'change c2'),
    ]);
    expect(await deploy()).toEqual({
      revision: 2,
      status: 'deployed',
      chartVersion: '0.1.0',
      description: 'change c2',
      updatedAt: '2026-11-21T10:00:00.123Z',
    });
    const [, upgrade] = await calls();
    expect(upgrade.replace(/\S+\/values-/g, 'values-')).toBe(
      `upgrade fleet-staging ${source}/infrastructure/helm/sovd-webapp --install --rollback-on-failure --wait --timeout 91s --values values-0.json --values values-1.json --values values-2.json --description change c2 --namespace fleet-staging`,
    );
    const given = async (layer: number) =>
      JSON.parse(
        await readFile(path.join(stub, `given-values-${layer}.json`), 'utf8'),
      );
    expect(await given(0)).toEqual(
      parse(
        await readFile(
          path.join(source, 'environments/staging/values.yaml'),
          'utf8',
        ),
      ),
    );
    expect(await given(2)).toEqual({ top: true });
    expect(await given(1)).toEqual(
      toReleaseValues({
        images: [testImage('2.4.1')],
        outputs: testOutputs,
        answers: { workloadIdentity: 'irsa' },
        progressDeadlineSeconds: 20,
        releaseTimeoutSeconds: 91,
      }),
    );
    expect(told).toEqual(['Release "fleet-staging" has been upgraded']);
  });

  it('does not do again what this change has done', async () => {
    await histories([entry(3, 'deployed', 'change c2')]);
    expect(await deploy()).toMatchObject({ revision: 3 });
    expect(await calls()).toHaveLength(1);
    expect(told).toEqual(['Revision 3 was already deployed']);
  });

  it.each([
    ['failed', 'change c2'],
    ['deployed', 'change c1'],
    ['deployed', 'Rollback to 1'],
  ])('goes on from a revision that is %s by "%s"', async (status, words) => {
    await histories(
      [entry(2, status, words)],
      [entry(3, 'deployed', 'change c2')],
    );
    expect(await deploy()).toMatchObject({ revision: 3 });
    expect((await calls())[1]).toMatch(/^upgrade /);
  });

  it('brings a release in order first that a killed deployer left', async () => {
    await histories(
      [entry(1, 'deployed', 'change c1'), entry(2, 'pending-upgrade')],
      [entry(4, 'deployed', 'change c2')],
    );
    await deploy();
    expect((await calls()).map(call => call.split(' ', 3).join(' '))).toEqual([
      'history fleet-staging --output',
      'rollback fleet-staging 1',
      expect.stringMatching(/^upgrade fleet-staging /),
      'history fleet-staging --output',
    ]);
  });

  it("fails with Helm's words", async () => {
    await writeFile(path.join(stub, 'fault'), 'Error: UPGRADE FAILED: timeout');
    const failure = await deploy().catch(error => error);
    expect(failure).toBeInstanceOf(HelmError);
    expect(failure).toMatchObject({
      message: 'Error: UPGRADE FAILED: timeout',
      passing: false,
    });
    expect(await calls()).toHaveLength(2);
  });

  it('does not believe an upgrade that left no record', async () => {
    await expect(deploy()).rejects.toThrow(
      'Helm installed fleet-staging but has no record of it',
    );
  });

  it.each(['infrastructure/helm/sovd-webapp', 'environments/staging'])(
    'asks Helm for nothing when %s holds a link',
    async folder => {
      await symlink('/etc/passwd', path.join(source, folder, 'passwords'));
      await expect(deploy()).rejects.toThrow(
        `${folder}/passwords is a symbolic link`,
      );
      expect(await readFile(path.join(stub, 'calls'), 'utf8')).toBe('');
    },
  );
});
