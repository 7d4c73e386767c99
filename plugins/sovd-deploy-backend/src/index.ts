/**
 * Backend of sovd-deploy: registry, stacks, releases, changes and live state.
 *
 * @packageDocumentation
 */
export { sovdDeployPlugin as default } from './plugin';
export {
  createEnvironmentConditionalDecision,
  environmentConditions,
} from './permissions';
export type { EnvironmentFilter } from './environments/EnvironmentRegistry';
