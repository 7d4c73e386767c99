import type { TemplateRecord } from '@sovd/plugin-sovd-deploy-common';

/** Message of a commit on the base branch: `Stamp sovd-webapp 0.4.0: production, staging`. */
export function toStampMessage({
  template,
  environments,
}: TemplateRecord): string {
  const { name, version } = template;
  const stamped = version === undefined ? name : `${name} ${version}`;
  return `Stamp ${stamped}: ${Object.keys(environments).sort().join(', ')}`;
}
