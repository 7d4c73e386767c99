import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /**
       * Shows registered SOVD environments in the catalog.
       * @visibility backend
       */
      sovdDeploy?: {
        /**
         * How often all registrations are read; a new one is shown at once besides.
         * Default: every minute.
         * @visibility backend
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
