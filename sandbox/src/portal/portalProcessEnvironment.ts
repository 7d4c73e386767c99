import path from 'node:path';
import type { Settings } from '../settings.ts';
import { readPortalEnvironment } from './portalEnvironment.ts';
import { techDocsEnvironment } from './techDocsEnvironment.ts';

/** What the portal's process sees: the person's own environment, the running sandbox, and MkDocs, which TechDocs runs by its name. */
export async function portalProcessEnvironment(
  settings: Settings,
): Promise<Record<string, string>> {
  const own = process.env as Record<string, string>;
  const programs = await techDocsEnvironment.programs(settings);
  return {
    ...own,
    ...(await readPortalEnvironment(settings)),
    PATH: [programs, own.PATH].join(path.delimiter),
  };
}
