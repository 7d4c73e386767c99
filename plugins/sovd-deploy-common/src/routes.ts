/**
 * Paths of the backend's API. A path without arguments gives the pattern that a
 * router takes; both ends build them here and nowhere else.
 *
 * @public
 */
export const routes = {
  targets: () => '/v1/targets',
  validations: () => '/v1/validations',
  environments: () => '/v1/environments',
  registrations: () => '/v1/registrations',
  environment: (namespace = ':namespace', name = ':name') =>
    `/v1/environments/${namespace}/${name}`,
  changes: (namespace = ':namespace', name = ':name') =>
    `/v1/environments/${namespace}/${name}/changes`,
  versions: (namespace = ':namespace', name = ':name') =>
    `/v1/environments/${namespace}/${name}/versions`,
  plans: (namespace = ':namespace', name = ':name') =>
    `/v1/environments/${namespace}/${name}/plans`,
  plan: (namespace = ':namespace', name = ':name', digest = ':digest') =>
    `/v1/environments/${namespace}/${name}/plans/${digest}`,
  stamp: (application = ':application') =>
    `/v1/applications/${application}/stamp`,
  templateStatus: (application = ':application') =>
    `/v1/applications/${application}/template`,
  proposals: (application = ':application') =>
    `/v1/applications/${application}/proposals`,
  change: (id = ':id') => `/v1/changes/${id}`,
  changeAbort: (id = ':id') => `/v1/changes/${id}/abort`,
  changeLog: (id = ':id') => `/v1/changes/${id}/log`,
} as const;
