import {
  changePath,
  environmentPath,
  planPath,
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
    expect(changePath(key, 'change-1')).toBe(
      '/catalog/default/resource/fleet-staging/environment/changes/change-1',
    );
    expect(planPath(key, 'sha256:0a')).toBe(
      '/catalog/default/resource/fleet-staging/environment/plans/sha256:0a',
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
