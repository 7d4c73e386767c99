import type { EnvironmentSummary } from '@sovd/plugin-sovd-deploy-common';
import { capitalized } from '../kit/counted';

/** What people call an environment of an application that they look at: `Staging` of `fleet-staging`. */
export function environmentTitle({
  name,
  application,
}: Pick<EnvironmentSummary, 'name' | 'application'>): string {
  const prefix = `${application}-`;
  const word = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  return capitalized(word);
}
