import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { testSummary } from '../__testUtils__/testSummary';
import { EnvironmentNews } from './EnvironmentNews';
import { FleetIndex } from './FleetIndex';

function setUp(count = 3) {
  const environments = Array.from({ length: count }, (_, index) =>
    testEnvironment(`app${index}`),
  );
  const ids = environments.map(({ id }) => id);
  const news = new EnvironmentNews({ announce: () => {} });
  const changed = { environmentIds: [] as string[], position: 0 };
  const clock = { now: 1_000_000 };
  let version = 0;
  const summarizeAll = jest.fn(async (some: readonly Environment[]) => {
    version += 1;
    return some.map(({ name }) => testSummary({ name, version: `${version}` }));
  });
  const changedSince = jest.fn(async () => ({ ...changed }));
  const index = new FleetIndex({
    registry: {
      listIds: async filter => (filter ? ids.slice(0, 1) : [...ids]),
      getMany: async wanted =>
        environments.filter(({ id }) => wanted.includes(id)),
    },
    overview: { summarizeAll },
    changes: { changedSince },
    news,
    now: () => clock.now,
  });
  const versions = async () =>
    (await index.read()).map(({ summary }) => summary.version);
  /** Names of what was made anew since it was last asked. */
  const made = () => {
    const names = summarizeAll.mock.calls.flatMap(([some]) =>
      some.map(({ name }) => name),
    );
    summarizeAll.mockClear();
    return names;
  };
  return {
    changed,
    changedSince,
    clock,
    environments,
    ids,
    index,
    made,
    news,
    summarizeAll,
    versions,
  };
}

describe('FleetIndex', () => {
  it('makes each row once, and anew only when there is news of it', async () => {
    const { made, news, ids, versions } = setUp();
    expect(await versions()).toEqual(['1', '1', '1']);
    expect(made()).toHaveLength(3);
    expect(await versions()).toEqual(['1', '1', '1']);
    expect(made()).toEqual([]);
    news.announce(ids[1]);
    expect(await versions()).toEqual(['1', '2', '1']);
    expect(made()).toEqual(['app1-staging']);
  });

  it('gives only what the filter lets through, and makes no more than that', async () => {
    const { index, made } = setUp();
    const filter = { key: 'owner', values: ['x'] } as const;
    expect(await index.read(filter)).toHaveLength(1);
    expect(made()).toEqual(['app0-staging']);
  });

  it('looks again at what another backend changes, and once more at its end', async () => {
    const { changed, changedSince, ids, index, made, versions } = setUp();
    await versions();
    made();
    Object.assign(changed, { environmentIds: [ids[2]], position: 7 });
    await versions();
    expect(made()).toEqual(['app2-staging']);
    expect(index.isBusy(ids[2])).toBe(true);
    changed.environmentIds = [];
    await versions();
    expect(made()).toEqual(['app2-staging']);
    expect(index.isBusy(ids[2])).toBe(false);
    await versions();
    expect(made()).toEqual([]);
    expect(changedSince).toHaveBeenLastCalledWith(7);
  });

  it('makes old rows anew, some at a time', async () => {
    const { clock, made, versions } = setUp(50);
    await versions();
    made();
    clock.now += 11 * 60_000;
    await versions();
    expect(made()).toHaveLength(20);
    await versions();
    expect(made()).toHaveLength(20);
  });

  it('lets a second reader wait for what the first one renews', async () => {
    const { made, news, ids, versions } = setUp();
    await versions();
    made();
    news.announce(ids[0]);
    expect(await Promise.all([versions(), versions()])).toEqual([
      ['2', '1', '1'],
      ['2', '1', '1'],
    ]);
    expect(made()).toEqual(['app0-staging']);
  });

  it('forgets nothing when it could not be made', async () => {
    const { made, news, ids, summarizeAll, versions } = setUp();
    await versions();
    news.announce(ids[0]);
    summarizeAll.mockRejectedValueOnce(new Error('disk full'));
    await expect(versions()).rejects.toThrow('disk full');
    made();
    expect(await versions()).toEqual(['2', '1', '1']);
    expect(made()).toEqual(['app0-staging']);
  });

  it('drops what is no longer registered', async () => {
    const { environments, ids, news, versions } = setUp();
    await versions();
    const [gone] = environments.splice(1, 1);
    news.announce(gone.id);
    expect(await versions()).toEqual(['1', '1']);
    ids.splice(1, 1);
    expect(await versions()).toEqual(['1', '1']);
  });
});
