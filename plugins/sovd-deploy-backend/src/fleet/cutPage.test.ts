import { InputError } from '@backstage/errors';
import {
  environmentQuerySchema,
  healthsByUrgency,
} from '@sovd/plugin-sovd-deploy-common';
import fc from 'fast-check';
import { testSummary } from '../__testUtils__/testSummary';
import { cutPage } from './cutPage';

type Rows = { summary: ReturnType<typeof testSummary> }[];

const queryOf = (query: object) => environmentQuerySchema.parse(query);
const namesOf = (rows: Rows) => rows.map(({ summary }) => summary.name);

const rows: fc.Arbitrary<Rows> = fc
  .uniqueArray(
    fc.record({
      name: fc.stringMatching(/^[a-z][a-z0-9-]{2,6}$/),
      health: fc.constantFrom(...healthsByUrgency),
    }),
    { selector: ({ name }) => name, maxLength: 40 },
  )
  .map(items => items.map(item => ({ summary: testSummary(item) })));
const orders = fc.record({
  limit: fc.integer({ min: 1, max: 45 }),
  sort: fc.constantFrom('urgency', 'name'),
  order: fc.constantFrom('ascending', 'descending'),
});

describe('cutPage', () => {
  it('gives everything once and in order, forward and back again', () => {
    fc.assert(
      fc.property(rows, orders, (all, order) => {
        const whole = namesOf(
          cutPage(all, queryOf({ ...order, limit: 200 })).items,
        );
        expect([...whole].sort()).toEqual(namesOf(all).sort());

        const pages = [cutPage(all, queryOf(order))];
        for (;;) {
          const cursor = pages.at(-1)?.nextCursor;
          if (!cursor) break;
          pages.push(cutPage(all, queryOf({ ...order, cursor })));
        }
        expect(pages.flatMap(({ items }) => namesOf(items))).toEqual(whole);
        expect(pages[0]).not.toHaveProperty('prevCursor');

        for (let index = pages.length - 1; index > 0; index -= 1) {
          const cursor = pages[index].prevCursor;
          const before = cutPage(all, queryOf({ ...order, cursor }));
          expect(before).toEqual(pages[index - 1]);
        }
      }),
    );
  });

  it('goes on behind a row that is gone, and shows none twice that stayed', () => {
    fc.assert(
      fc.property(rows, orders, (all, order) => {
        const first = cutPage(all, queryOf(order));
        const last = first.items.at(-1);
        if (!first.nextCursor || !last) return;
        const rest = all.filter(row => row !== last);
        const second = cutPage(
          rest,
          queryOf({ ...order, cursor: first.nextCursor }),
        );
        const seen = [...namesOf(first.items), ...namesOf(second.items)];
        expect(new Set(seen).size).toBe(seen.length);
        expect(second.items.length).toBe(
          Math.min(order.limit, all.length - first.items.length),
        );
      }),
    );
  });

  it('puts first what a person should look at, and equal ones by name', () => {
    const all = [
      testSummary({ name: 'bbb' }),
      testSummary({ name: 'ccc', health: 'unknown' }),
      testSummary({ name: 'ddd', health: 'degraded' }),
      testSummary({ name: 'aaa' }),
    ].map(summary => ({ summary }));
    expect(namesOf(cutPage(all, queryOf({})).items)).toEqual([
      'ddd',
      'ccc',
      'aaa',
      'bbb',
    ]);
    const byName = queryOf({ sort: 'name', order: 'descending' });
    expect(namesOf(cutPage(all, byName).items)).toEqual([
      'ddd',
      'ccc',
      'bbb',
      'aaa',
    ]);
  });

  it('refuses a cursor of another order, and what is no cursor', () => {
    const all = ['aaa', 'bbb'].map(name => ({
      summary: testSummary({ name }),
    }));
    const { nextCursor } = cutPage(all, queryOf({ limit: 1 }));
    for (const query of [
      { cursor: nextCursor, sort: 'name' },
      { cursor: nextCursor, order: 'descending' },
      { cursor: 'x' },
      { cursor: Buffer.from('null').toString('base64url') },
    ]) {
      expect(() => cutPage(all, queryOf(query))).toThrow(InputError);
    }
  });
});
