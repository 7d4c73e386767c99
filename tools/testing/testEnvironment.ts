import path from 'node:path';
import { readSettings } from '../../sandbox/src/settings.ts';

/** How far the ports of tests lie from the person's own. */
const PORT_DISTANCE = 1000;

/**
 * Environment of all test stages: a sandbox of their own, so that a run neither
 * sees nor touches what the person has running. What is set already stays.
 */
export function testEnvironment(
  root: string,
  given: NodeJS.ProcessEnv,
): Record<string, string> {
  const { ports, portalPort } = readSettings(root, {});
  const portVariables = Object.entries(ports).map(([name, port]) => [
    `SOVD_SANDBOX_PORT_${name.toUpperCase()}`,
    String(port + PORT_DISTANCE),
  ]);
  const wanted: Record<string, string> = {
    SOVD_SANDBOX_STATE: path.join(root, '.sandbox-test'),
    SOVD_PORTAL_PORT: String(portalPort + PORT_DISTANCE),
    ...Object.fromEntries(portVariables),
  };
  return Object.fromEntries(
    Object.entries(wanted).map(([name, value]) => [name, given[name] ?? value]),
  );
}
