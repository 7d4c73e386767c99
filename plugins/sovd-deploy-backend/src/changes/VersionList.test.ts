import type { Change } from '@sovd/plugin-sovd-deploy-common';
import { startedState } from '../__testUtils__/testChange';
import { proposeEnvironment, testTarget } from '../__testUtils__/testTarget';
import { FakeSourceRepository } from '../environments/FakeSourceRepository';
import { FakeImageRegistry } from '../releases/FakeImageRegistry';
import { VersionList } from './VersionList';

const environment = proposeEnvironment();
const repository = 'localhost:15000/sovd/fleet-backend';
const { signal } = new AbortController();
const digestOf = (letter: string) => `sha256:${letter.repeat(64)}`;

function setUp(history: Partial<Change>[] = []) {
  const sources = new FakeSourceRepository();
  const images = new FakeImageRegistry();
  const commit = sources.push(environment.repositoryUrl, { file: 'text' });
  const release = (tag: string, letter: string, tagged = true) => {
    const image = { repository, tag, digest: digestOf(letter) };
    images.push(image);
    if (tagged) sources.tag(environment.repositoryUrl, tag, commit);
    return image;
  };
  const running = release('v1.9.0', 'a');
  release('v1.10.0', 'b');
  release('nightly', 'c', false);
  const changes = history.map(change => ({
    ...startedState(environment).change,
    ...change,
  }));
  const list = new VersionList({
    images,
    sources,
    targets: [testTarget],
    changes: { list: async () => changes },
    releases: {
      find: async () => undefined,
      latest: async () => ({
        name: environment.releaseName,
        namespace: environment.namespace,
        revision: 1,
        chartVersion: '0.1.0',
        commit,
        images: [{ component: 'backend', ...running }],
        deployedAt: '2026-11-21T10:00:00.000Z',
      }),
    },
  });
  return { images, list, sources };
}

describe('VersionList', () => {
  it('lists the newest version first and marks the one that runs', async () => {
    const { list } = setUp();
    expect(await list.list(environment, signal)).toEqual([
      { tag: 'v1.10.0', digest: digestOf('b'), running: false },
      { tag: 'v1.9.0', digest: digestOf('a'), running: true },
      {
        tag: 'nightly',
        digest: digestOf('c'),
        running: false,
        blockedReason: expect.stringContaining('no Git tag nightly'),
      },
    ]);
  });

  it('puts the head of the branch first while no tag names it', async () => {
    const { images, list, sources } = setUp();
    const head = sources.push(environment.repositoryUrl, { file: 'newer' });
    const [without] = await list.list(environment, signal);
    expect(without.tag).toBe('v1.10.0');
    images.push({ repository, tag: `sha-${head}`, digest: digestOf('d') });
    const [first] = await list.list(environment, signal);
    expect(first).toEqual({
      tag: `sha-${head}`,
      digest: digestOf('d'),
      running: false,
    });
  });

  it('says what became of a version here before', async () => {
    const finishedAt = '2026-11-21T11:00:00.000Z';
    const version = 'v1.10.0';
    const { list } = setUp([
      { id: '4', kind: 'upgrade', phase: 'running', version },
      { id: '3', kind: 'restart', phase: 'succeeded', version },
      { id: '2', kind: 'upgrade', phase: 'failed', version, finishedAt },
      { id: '1', kind: 'upgrade', phase: 'succeeded', version, finishedAt },
    ]);
    const [first, second] = await list.list(environment, signal);
    expect(first.history).toEqual({
      result: 'failed',
      changeId: '2',
      at: finishedAt,
    });
    expect(second.history).toBeUndefined();
  });
});
