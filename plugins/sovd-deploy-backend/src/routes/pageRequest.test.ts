import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import {
  changePageRequestSchema,
  pageRequestSchema,
  toChangePage,
  toPage,
} from './pageRequest';
import { parseInput } from './parseInput';

const all = Array.from({ length: 23 }, (_, index) => ({
  entityRef: `resource:default/e-${String(index).padStart(2, '0')}`,
}));

/** Reads every page as a client does. */
function readAll(limit: number) {
  const found: typeof all = [];
  let cursor: string | undefined;
  do {
    const query = parseInput(pageRequestSchema, {
      limit: String(limit),
      cursor,
    });
    const behind = all.filter(
      ({ entityRef }) => !query.cursor || entityRef > query.cursor,
    );
    const page = toPage(behind.slice(0, query.limit + 1), query.limit);
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

describe('pages', () => {
  it('give everything once, whatever their size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), limit => {
        expect(readAll(limit)).toEqual(all);
      }),
    );
  });

  it('have 50 items unless asked otherwise', () => {
    expect(parseInput(pageRequestSchema, {})).toEqual({
      limit: 50,
      cursor: undefined,
    });
  });

  it.each([{ limit: '0' }, { limit: '201' }, { limit: 'x' }, { cursor: 'x' }])(
    'refuse %p',
    query => {
      expect(() => parseInput(pageRequestSchema, query)).toThrow(InputError);
    },
  );

  it('of changes start behind the last one of the page before', () => {
    const id = '7e0f4a1c-0000-4000-8000-000000000001';
    const { items, nextCursor } = toChangePage([{ id }, { id: 'more' }], 1);
    expect(items).toEqual([{ id }]);
    const query = { cursor: nextCursor, limit: '2' };
    expect(parseInput(changePageRequestSchema, query)).toEqual({
      cursor: id,
      limit: 2,
    });
    const other = Buffer.from('change:none').toString('base64url');
    for (const cursor of [other, 'x', '']) {
      expect(() => parseInput(changePageRequestSchema, { cursor })).toThrow(
        InputError,
      );
    }
  });

  it('are over when nothing is left', () => {
    expect(toPage([], 5)).toEqual({ items: [] });
  });
});
