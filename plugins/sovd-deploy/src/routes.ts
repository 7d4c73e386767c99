import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** List of all environments. */
export const fleetRouteRef = createRouteRef();

/** Tab of one environment, on its entity page. */
export const environmentRouteRef = createRouteRef();

/** Board of an application's environments, on its System and Components. */
export const boardRouteRef = createRouteRef();

/** Where environments are created: the scaffolder, unless the app binds another page. */
export const createEnvironmentRouteRef = createExternalRouteRef({
  defaultTarget: 'scaffolder.root',
});

/** The form of one template: the scaffolder's, unless the app binds another page. */
export const templateFormRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** Path of {@link environmentRouteRef} below an entity page. */
export const ENVIRONMENT_PATH = '/environment';

/** Path of {@link boardRouteRef} below an entity page. */
export const BOARD_PATH = '/environments';

/** Paths of an environment's pages below its tab. */
export const environmentPaths = {
  upgrade: '/upgrade',
  rollback: '/rollback',
  scale: '/scale',
  restart: '/restart',
  plan: (digest = ':digest') => `/plans/${digest}`,
  change: (id = ':id') => `/changes/${id}`,
  changeLog: (id = ':id') => `/changes/${id}/log`,
} as const;
