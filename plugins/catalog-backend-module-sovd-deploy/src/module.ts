import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { readSchedule } from './config';
import { EnvironmentEntityProvider } from './environments/EnvironmentEntityProvider';
import { Registrations } from './environments/Registrations';

/** Shows registered environments in the catalog. @public */
export const catalogModuleSovdDeploy = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'sovd-deploy',
  register(module) {
    module.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        catalog,
        config,
        discovery,
        events,
        logger,
        scheduler,
      }) {
        catalog.addEntityProvider(
          new EnvironmentEntityProvider({
            registrations: new Registrations({ auth, discovery }),
            taskRunner: scheduler.createScheduledTaskRunner(
              readSchedule(config),
            ),
            events,
            logger,
          }),
        );
      },
    });
  },
});
