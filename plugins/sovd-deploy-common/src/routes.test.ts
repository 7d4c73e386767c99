import { routes } from './routes';

describe('routes', () => {
  it('are patterns for a router without arguments', () => {
    expect(Object.values(routes).map(route => route())).toEqual([
      '/v1/targets',
      '/v1/validations',
      '/v1/environments',
      '/v1/registrations',
      '/v1/environments/:namespace/:name',
      '/v1/environments/:namespace/:name/changes',
      '/v1/environments/:namespace/:name/versions',
      '/v1/environments/:namespace/:name/plans',
      '/v1/environments/:namespace/:name/plans/:digest',
      '/v1/applications/:application/stamp',
      '/v1/applications/:application/template',
      '/v1/applications/:application/proposals',
      '/v1/changes/:id',
      '/v1/changes/:id/abort',
      '/v1/changes/:id/log',
    ]);
  });

  it('are paths with them', () => {
    expect(routes.changes('default', 'fleet-staging')).toBe(
      '/v1/environments/default/fleet-staging/changes',
    );
    expect(routes.changeLog('7')).toBe('/v1/changes/7/log');
  });
});
