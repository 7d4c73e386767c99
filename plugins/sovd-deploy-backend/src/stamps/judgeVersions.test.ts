import { judgeVersions } from './judgeVersions';

describe('judgeVersions', () => {
  it.each([
    ['0.3.0', '0.4.0', true, false],
    ['0.9.0', '0.10.0', true, false],
    ['0.4.0', '1.0.0', true, true],
    ['1.0.0-rc.1', '1.0.0', true, false],
    ['0.4.0', '0.4.0', false, false],
    ['2.0.0', '1.9.0', false, false],
    // nobody knows what it passes
    [undefined, '0.4.0', true, true],
    ['soon', '0.4.0', true, true],
    ['0.4.0', undefined, false, false],
    ['0.4.0', 'soon', false, false],
  ])(
    'from %s to %s: upgradable %s, breaking %s',
    (version, newest, upgradable, breaking) => {
      expect(judgeVersions(version, newest)).toEqual({ upgradable, breaking });
    },
  );
});
