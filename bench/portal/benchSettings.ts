import path from 'node:path';
import { readSettings } from '../../sandbox/src/settings.ts';
import type { Settings } from '../../sandbox/src/settings.ts';

/** Ports behind those of the ordinary sandbox, so that both can run. */
const OFFSET = 6_000;
const PORTAL = 13_007;

/** Settings of a sandbox of its own, with the API server's audit log; variables still win. */
export function benchSettings(
  root: string,
  environment: NodeJS.ProcessEnv = process.env,
): Settings {
  const usual = readSettings(root, {});
  const moved = Object.fromEntries(
    Object.entries(usual.ports).map(([name, port]) => [
      `SOVD_SANDBOX_PORT_${name.toUpperCase()}`,
      `${port + OFFSET}`,
    ]),
  );
  return readSettings(root, {
    SOVD_SANDBOX_STATE: path.join(root, '.sandbox-bench'),
    SOVD_PORTAL_PORT: `${PORTAL}`,
    ...moved,
    ...environment,
    SOVD_SANDBOX_AUDIT: '1',
  });
}
