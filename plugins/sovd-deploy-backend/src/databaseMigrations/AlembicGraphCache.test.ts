import { AlembicGraph } from './AlembicGraph';
import { AlembicGraphCache } from './AlembicGraphCache';

describe('AlembicGraphCache', () => {
  const repository = 'http://localhost/sovd/app';
  const reader = () => jest.fn(async () => new AlembicGraph([]));

  it('reads a commit once, also for several at a time', async () => {
    const cache = new AlembicGraphCache();
    const read = reader();
    const [first, second] = await Promise.all([
      cache.get(repository, 'a', read),
      cache.get(repository, 'a', read),
    ]);
    expect(first).toBe(second);
    expect(await cache.get(repository, 'a', read)).toBe(first);
    expect(read).toHaveBeenCalledTimes(1);
    expect(await cache.get(`${repository}2`, 'a', read)).not.toBe(first);
  });

  it('forgets what was used longest ago', async () => {
    const cache = new AlembicGraphCache(2);
    const read = reader();
    await cache.get(repository, 'a', read);
    await cache.get(repository, 'b', read);
    await cache.get(repository, 'a', read);
    await cache.get(repository, 'c', read);
    expect(read).toHaveBeenCalledTimes(3);
    await cache.get(repository, 'a', read);
    expect(read).toHaveBeenCalledTimes(3);
    await cache.get(repository, 'b', read);
    expect(read).toHaveBeenCalledTimes(4);
  });

  it('tries a reading that failed again', async () => {
    const cache = new AlembicGraphCache();
    const failing = () => Promise.reject(new Error('disk'));
    await expect(cache.get(repository, 'a', failing)).rejects.toThrow('disk');
    await expect(cache.get(repository, 'a', reader())).resolves.toBeInstanceOf(
      AlembicGraph,
    );
  });
});
