import {
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { RiServerLine } from '@remixicon/react';
import {
  APPLICATION_ANNOTATION,
  ENVIRONMENT_RESOURCE_TYPE,
} from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApi } from './api';
import {
  BOARD_PATH,
  boardRouteRef,
  createEnvironmentRouteRef,
  ENVIRONMENT_PATH,
  environmentRouteRef,
  fleetRouteRef,
  templateFormRouteRef,
} from './routes';

const environments = {
  kind: 'resource',
  'spec.type': ENVIRONMENT_RESOURCE_TYPE,
};

/** Systems and Components that say which application they belong to. */
const applications = {
  kind: { $in: ['system', 'component'] },
  [`metadata.annotations.${APPLICATION_ANNOTATION}`]: { $exists: true },
};

export const fleetPage = PageBlueprint.make({
  params: {
    path: '/environments',
    title: 'Environments',
    icon: <RiServerLine />,
    routeRef: fleetRouteRef,
    loader: () =>
      import('./fleet/EnvironmentsPage').then(m => <m.EnvironmentsPage />),
  },
});

export const environmentCard = EntityCardBlueprint.make({
  name: 'environment',
  params: {
    type: 'info',
    filter: environments,
    loader: () =>
      import('./overview/EntityEnvironmentCard').then(m => (
        <m.EntityEnvironmentCard />
      )),
  },
});

export const applicationCard = EntityCardBlueprint.make({
  name: 'environments',
  params: {
    type: 'content',
    filter: applications,
    loader: () =>
      import('./overview/EntityApplicationCard').then(m => (
        <m.EntityApplicationCard />
      )),
  },
});

export const templateCard = EntityCardBlueprint.make({
  name: 'template',
  params: {
    type: 'content',
    filter: applications,
    loader: () =>
      import('./stamps/EntityTemplateCard').then(m => <m.EntityTemplateCard />),
  },
});

export const boardTab = EntityContentBlueprint.make({
  name: 'board',
  params: {
    path: BOARD_PATH,
    title: 'Environments',
    group: 'deployment',
    filter: applications,
    routeRef: boardRouteRef,
    loader: () =>
      import('./board/EntityBoardContent').then(m => <m.EntityBoardContent />),
  },
});

export const environmentTab = EntityContentBlueprint.make({
  name: 'environment',
  params: {
    path: ENVIRONMENT_PATH,
    title: 'Environment',
    group: 'deployment',
    filter: environments,
    routeRef: environmentRouteRef,
    loader: () =>
      import('./overview/EntityEnvironmentContent').then(m => (
        <m.EntityEnvironmentContent />
      )),
  },
});

/** Cards, tabs, board and list of environments. @public */
export const sovdDeployPlugin = createFrontendPlugin({
  pluginId: 'sovd-deploy',
  title: 'SOVD deploy',
  icon: <RiServerLine />,
  info: { packageJson: () => import('../package.json') },
  extensions: [
    sovdDeployApi,
    fleetPage,
    environmentCard,
    environmentTab,
    applicationCard,
    templateCard,
    boardTab,
  ],
  routes: {
    fleet: fleetRouteRef,
    environment: environmentRouteRef,
    board: boardRouteRef,
  },
  externalRoutes: {
    createEnvironment: createEnvironmentRouteRef,
    templateForm: templateFormRouteRef,
  },
});

/**
 * Fields of ours in the forms of the scaffolder. A module of another plugin isn't
 * discovered with its package: list it among the features of the app.
 *
 * @public
 */
export const sovdDeployScaffolderModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    FormFieldBlueprint.make({
      name: 'sovd-environment',
      params: {
        field: () =>
          import('./wizard/environmentField').then(m => m.environmentField),
      },
    }),
  ],
});
