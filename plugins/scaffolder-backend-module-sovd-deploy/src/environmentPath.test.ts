import {
  changePath,
  environmentPath,
  toEnvironmentKey,
} from './environmentPath';

describe('environmentPath', () => {
  it('leads from a reference to its page', () => {
    const key = toEnvironmentKey('resource:default/fleet-staging');
    expect(key).toEqual({ namespace: 'default', name: 'fleet-staging' });
    expect(environmentPath(key)).toBe(
      '/catalog/default/resource/fleet-staging',
    );
    expect(changePath(key)).toBe(
      '/catalog/default/resource/fleet-staging/environment',
    );
  });

  it.each([
    'fleet-staging',
    'component:default/fleet',
    'resource:a/b/../c',
    '',
  ])('refuses %p', reference => {
    expect(() => toEnvironmentKey(reference)).toThrow(/is no environment/);
  });
});
