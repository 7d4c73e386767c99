import { InputError } from '@backstage/errors';
import type {
  ComponentImage,
  PlanRequest,
} from '@sovd/plugin-sovd-deploy-common';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { FakeImageRegistry } from '../releases/FakeImageRegistry';
import { resolveWork } from './resolveWork';
import { restartValues } from './restartedAt';
import type { WorkSources } from './resolveWork';

const environment = proposeEnvironment();
const repository = 'localhost:15000/sovd/fleet-backend';
const [commitA, commitB, head] = ['a', 'b', 'f'].map(c => c.repeat(40));
const imageOf = (tag: string, letter: string): ComponentImage => ({
  component: 'backend',
  repository,
  tag,
  digest: `sha256:${letter.repeat(64)}`,
});
const v1 = imageOf('v1.0.0', 'a');
const v2 = imageOf('v2.0.0', 'b');
const plannedAt = '2026-11-21T10:00:00.000Z';
const earlier = '2026-11-20T10:00:00.000Z';

function sources(more: Partial<WorkSources> = {}): WorkSources {
  const images = new FakeImageRegistry();
  images.push(v1);
  images.push(v2);
  const release = {
    name: environment.releaseName,
    namespace: environment.namespace,
    revision: 1,
    chartVersion: '0.1.0',
    commit: commitA,
    images: [v1],
    deployedAt: plannedAt,
  };
  return {
    environment,
    current: {
      images: [v2],
      commit: commitB,
      running: { revision: 2, chartVersion: '0.1.0', values: {}, objects: [] },
    },
    refs: {
      head,
      tags: new Map([
        ['v1.0.0', commitA],
        ['v2.0.0', commitB],
      ]),
    },
    repositories: [{ component: 'backend', repository }],
    images,
    releases: {
      find: async (_, revision) => (revision === 1 ? release : undefined),
    },
    plannedAt,
    scale: async ({ backendMin, backendMax }) => ({
      'values.yaml': `min: ${backendMin}, max: ${backendMax}`,
    }),
    signal: new AbortController().signal,
    ...more,
  };
}
const runningWith = (values: WorkSources['current']['running']['values']) => {
  const { current } = sources();
  return { ...current, running: { ...current.running, values } };
};
const scale: PlanRequest = {
  kind: 'scale',
  input: { backendMin: 5, backendMax: 8 },
};
const restart: PlanRequest = { kind: 'restart', input: {} };
const upgrade: PlanRequest = { kind: 'upgrade', input: { version: 'v1.0.0' } };
const rollback: PlanRequest = { kind: 'rollback', input: { revision: 1 } };

describe('resolveWork', () => {
  it('upgrades to the tagged commit, with the files of the branch', async () => {
    expect(await resolveWork(upgrade, sources())).toEqual({
      version: 'v1.0.0',
      findings: [],
      work: {
        kind: 'upgrade',
        commit: commitA,
        environmentCommit: head,
        images: [v1],
        migrate: true,
        values: {},
        files: {},
      },
    });
  });

  it('goes back to what was recorded', async () => {
    expect(await resolveWork(rollback, sources())).toMatchObject({
      version: 'v1.0.0',
      findings: [],
      work: { kind: 'rollback', commit: commitA, images: [v1] },
    });
  });

  it('goes back to the image that ran, though its tag was moved', async () => {
    const images = new FakeImageRegistry();
    images.push(imageOf('v1.0.0', '9'));
    expect(await resolveWork(rollback, sources({ images }))).toMatchObject({
      findings: [{ rule: 'tag-moved', severity: 'warning' }],
      work: { images: [v1] },
    });
  });

  it('refuses to go back to an image that is gone', async () => {
    const images = new FakeImageRegistry();
    expect(await resolveWork(rollback, sources({ images }))).toMatchObject({
      rule: 'version-unknown',
    });
  });

  it('refuses to go back to a revision that never ran here', async () => {
    const unknown: PlanRequest = { kind: 'rollback', input: { revision: 9 } };
    expect(await resolveWork(unknown, sources())).toMatchObject({
      rule: 'revision-unknown',
      severity: 'blocker',
    });
  });

  it('scales the version that runs, by files', async () => {
    expect(await resolveWork(scale, sources())).toMatchObject({
      version: 'v2.0.0',
      work: {
        kind: 'scale',
        commit: commitB,
        images: [v2],
        bounds: scale.input,
        values: {},
        files: { 'values.yaml': 'min: 5, max: 8' },
      },
    });
  });

  it('names the file that cannot be scaled', async () => {
    const refuse = async () => {
      throw new InputError('values.yaml has no number');
    };
    expect(await resolveWork(scale, sources({ scale: refuse }))).toMatchObject({
      rule: 'scale-refused',
      cause: 'values.yaml has no number',
    });
  });

  it('restarts what runs, at the time of the plan', async () => {
    expect(await resolveWork(restart, sources())).toMatchObject({
      work: { kind: 'restart', images: [v2], values: restartValues(plannedAt) },
    });
  });

  it.each([upgrade, rollback, scale])(
    'keeps an earlier restart as it was: %j',
    async request => {
      const current = runningWith(restartValues(earlier));
      expect(await resolveWork(request, sources({ current }))).toMatchObject({
        work: { values: restartValues(earlier) },
      });
    },
  );

  it('takes the commit of the tag when the portal did not deploy it', async () => {
    const { current } = sources();
    const foreign = { ...current, commit: undefined };
    expect(
      await resolveWork(restart, sources({ current: foreign })),
    ).toMatchObject({ work: { commit: commitB } });
    const unknown = { ...foreign, images: [imageOf('nightly', 'c')] };
    expect(
      await resolveWork(restart, sources({ current: unknown })),
    ).toMatchObject({ rule: 'source-unknown', severity: 'blocker' });
  });
});
