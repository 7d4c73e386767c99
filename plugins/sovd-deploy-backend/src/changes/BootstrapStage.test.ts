import { existsSync } from 'node:fs';
import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import type { NamespaceBootstrapper } from '../releases/ReleaseDeployer';
import { BootstrapStage } from './BootstrapStage';
import { stageContext } from '../__testUtils__/testChange';

const environment = proposeEnvironment();

function setUp(bootstrap: NamespaceBootstrapper['bootstrap']) {
  const sources = new FakeSourceRepository();
  const commit = sources.push(environment.repositoryUrl, { file: 'text' });
  const stage = new BootstrapStage({ sources, bootstrapper: { bootstrap } });
  const results = { stack: { commit, outputs: {} } };
  return { stage, context: stageContext({ environment, results }) };
}

describe('BootstrapStage', () => {
  it('applies the files of the chosen commit and removes them', async () => {
    const folders: string[] = [];
    const { stage, context } = setUp(async (_, folder) => {
      expect(existsSync(`${folder}/file`)).toBe(true);
      folders.push(folder);
      return { waitingFor: [] };
    });
    await expect(stage.run(context)).resolves.toEqual({
      state: 'succeeded',
      summary: 'Namespace fleet-staging is ready',
      result: {},
    });
    expect(folders.map(folder => existsSync(folder))).toEqual([false]);
  });

  it('waits for Secrets and says so once', async () => {
    const { stage, context } = setUp(async () => ({
      waitingFor: ['sovd-webapp-secrets: SecretSyncedError'],
    }));
    const first = await stage.run(context);
    expect(first).toMatchObject({
      state: 'waiting',
      summary: 'Waiting for sovd-webapp-secrets: SecretSyncedError',
    });
    const checkpoint = first.state === 'waiting' ? first.checkpoint : {};
    await stage.run({ ...context, checkpoint });
    expect(context.told).toHaveLength(1);
  });

  it('removes the files when the cluster refuses them', async () => {
    const folders: string[] = [];
    const { stage, context } = setUp(async (_, folder) => {
      folders.push(folder);
      throw new Error('forbidden');
    });
    await expect(stage.run(context)).rejects.toThrow('forbidden');
    expect(existsSync(folders[0])).toBe(false);
  });

  it('needs the commit that the stack stage chose', async () => {
    const { stage, context } = setUp(async () => ({ waitingFor: [] }));
    await expect(stage.run({ ...context, results: {} })).rejects.toThrow(
      'has no result of stack',
    );
  });
});
