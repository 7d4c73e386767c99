import { fleet } from '../__testUtils__/fleet';
import { readFleet } from './readFleet';

describe('readFleet', () => {
  const { signal } = new AbortController();

  it('follows the cursor and keeps the later of two answers', async () => {
    const [first, second] = fleet;
    const again = { ...first, headline: 'newer' };
    const listEnvironments = jest
      .fn()
      .mockResolvedValueOnce({
        items: [first],
        nextCursor: 'two',
        channel: 'fleet',
      })
      .mockResolvedValueOnce({ items: [second, again], channel: 'fleet' });

    expect(await readFleet({ listEnvironments }, signal)).toEqual({
      items: [again, second],
      channel: 'fleet',
    });
    expect(listEnvironments.mock.calls).toEqual([
      [{ cursor: undefined, limit: 200 }, { signal }],
      [{ cursor: 'two', limit: 200 }, { signal }],
    ]);
  });
});
