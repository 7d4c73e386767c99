import { nameOf } from '../kit/nameOf';

/**
 * What stands for an application in the catalog: its own System, or its backend where
 * a larger System holds it.
 *
 * @param system - the System that its components belong to; its own when left out
 */
export function applicationRefOf(application: string, system?: string): string {
  return !system || nameOf(system) === application
    ? `system:default/${application}`
    : `component:default/${application}-backend`;
}
