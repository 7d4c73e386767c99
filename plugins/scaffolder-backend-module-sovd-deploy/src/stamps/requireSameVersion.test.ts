import { requireSameVersion } from './requireSameVersion';

const record = (version?: string) => ({
  application: 'fleet',
  template: { name: 'sovd-webapp', version },
});
const ours = (version?: string) => ({ name: 'sovd-webapp', version });

describe('requireSameVersion', () => {
  it.each([
    ['0.4.0', '0.4.0'],
    ['0.3.0', undefined],
    [undefined, undefined],
  ])('lets %s pass where the template has %s', (stamped, version) => {
    expect(() =>
      requireSameVersion(record(stamped), ours(version)),
    ).not.toThrow();
  });

  it.each(['0.3.0', '0.3.9', undefined])(
    'says how to bring %s to a newer version first',
    stamped => {
      expect(() => requireSameVersion(record(stamped), ours('0.10.0'))).toThrow(
        /Upgrade the repository to 0\.10\.0 first: open fleet in the catalog, choose "Upgrade template"/,
      );
    },
  );

  it('asks for a newer portal where the repository is ahead of it', () => {
    expect(() => requireSameVersion(record('0.10.0'), ours('0.9.0'))).toThrow(
      /has version 0\.10\.0 .* this portal writes 0\.9\.0\. Update the portal first/,
    );
  });
});
