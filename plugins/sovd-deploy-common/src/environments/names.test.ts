import { environmentName, versionOf } from './names';

describe('environmentName', () => {
  it('joins application and environment', () => {
    const answers = { name: 'fleet', environment: 'staging' };
    expect(environmentName(answers)).toBe('fleet-staging');
  });
});

describe('versionOf', () => {
  it.each([
    [`sha-${'0123456789'.repeat(4)}`, 'sha-0123456'],
    ['v1.2.3', 'v1.2.3'],
    ['sha-0123456', 'sha-0123456'],
    [`sha-${'A'.repeat(40)}`, `sha-${'A'.repeat(40)}`],
  ])('of %s is %s', (tag, version) => {
    expect(versionOf(tag)).toBe(version);
  });
});
