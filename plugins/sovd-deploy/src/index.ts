/**
 * Rollout, database migration and stack of environments on their catalog entities.
 *
 * @packageDocumentation
 */
export { sovdDeployApiRef } from './api';
export {
  sovdDeployPlugin as default,
  sovdDeployScaffolderModule,
} from './plugin';
