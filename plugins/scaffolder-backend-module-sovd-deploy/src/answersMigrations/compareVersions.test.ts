import { compareVersions } from './compareVersions';

describe('compareVersions', () => {
  it('orders by number, not by text', () => {
    const versions = ['0.10.0', '1.0.0', '0.2.0', '0.2.10', '0.2.9'];
    expect([...versions].sort(compareVersions)).toEqual([
      '0.2.0',
      '0.2.9',
      '0.2.10',
      '0.10.0',
      '1.0.0',
    ]);
    expect(compareVersions('0.4.0', '0.4.0')).toBe(0);
  });

  it.each(['', 'v1.0.0', '1.0', '1.0.0-rc.1', '1.0.0\n'])(
    'refuses %j',
    version => {
      expect(() => compareVersions(version, '0.4.0')).toThrow(
        /is no version of a template\. Write it as three numbers/,
      );
    },
  );
});
