/**
 * Entity provider that shows registered SOVD environments in the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleSovdDeploy as default } from './module';
