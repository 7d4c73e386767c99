import { environmentTitle } from './environmentTitle';

describe('environmentTitle', () => {
  it.each([
    ['fleet-staging', 'fleet', 'Staging'],
    ['fleet-core-eu-west', 'fleet-core', 'Eu-west'],
    ['legacy', 'fleet', 'Legacy'],
  ])('%s of %s', (name, application, title) => {
    expect(environmentTitle({ name, application })).toBe(title);
  });
});
