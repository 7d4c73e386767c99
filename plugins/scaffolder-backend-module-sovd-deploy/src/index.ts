/**
 * Scaffolder actions that validate, render, register, provision and deploy SOVD environments,
 * and plan and apply what changes them.
 *
 * @packageDocumentation
 */
export { scaffolderModuleSovdDeploy as default } from './module';
