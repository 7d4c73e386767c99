import { testDatabases } from '../__testUtils__/testDatabases';
import { databaseTime } from './databaseTime';

describe('databaseTime', () => {
  const databases = testDatabases();

  it.each(databases.ids)('counts milliseconds on %p', async id => {
    const database = await databases.open(id);
    const read = async () => {
      const [row] = await database.select({ now: databaseTime(database) });
      return Number(row.now);
    };
    const [before, time, after] = [Date.now(), await read(), Date.now()];
    expect(Number.isInteger(time)).toBe(true);
    // the server stands on this machine
    expect(time).toBeGreaterThanOrEqual(before - 2);
    expect(time).toBeLessThanOrEqual(after + 2);
  });

  it.each(databases.ids)('goes on inside a transaction on %p', async id => {
    const database = await databases.open(id);
    await database.transaction(async transaction => {
      const read = async () => {
        const [row] = await transaction.select({
          now: databaseTime(transaction),
        });
        return Number(row.now);
      };
      const first = await read();
      const deadline = Date.now() + 2_000;
      let later = first;
      while (later === first && Date.now() < deadline) later = await read();
      expect(later).toBeGreaterThan(first);
    });
  });
});
