/**
 * Scaffolder actions that validate, render, register, provision and deploy SOVD environments.
 *
 * @packageDocumentation
 */
export { scaffolderModuleSovdDeploy as default } from './module';
