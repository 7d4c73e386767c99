import { noFilter } from './fleetRow';
import { toPageQuery } from './toPageQuery';

const first = {
  cursor: undefined,
  filter: noFilter,
  pageSize: 20,
  search: '',
  sort: null,
};

describe('toPageQuery', () => {
  it('asks for the most urgent ones', () => {
    expect(toPageQuery(first)).toEqual({
      limit: 20,
      sort: 'urgency',
      order: 'ascending',
    });
  });

  it('narrows, orders and goes on', () => {
    expect(
      toPageQuery({
        cursor: 'next',
        filter: { health: 'degraded', owner: 'group:default/energy' },
        pageSize: 50,
        search: ' lock ',
        sort: { column: 'environment', direction: 'descending' },
      }),
    ).toEqual({
      cursor: 'next',
      limit: 50,
      sort: 'name',
      order: 'descending',
      health: 'degraded',
      owner: 'group:default/energy',
      text: 'lock',
    });
  });

  it('asks for no longer text than is taken', () => {
    const { text } = toPageQuery({ ...first, search: 'x'.repeat(2_000) });
    expect(text).toHaveLength(1_000);
  });
});
