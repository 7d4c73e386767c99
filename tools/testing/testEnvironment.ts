import path from 'node:path';

/** Ports of the sandbox in tests, apart from the person's own sandbox. */
const ports = {
  KUBERNETES: 17443,
  KWOK: 17250,
  METRICS: 17260,
  JOBS: 17270,
  AWS: 16900,
  GIT: 16930,
  IMAGES: 16000,
  POSTGRES: 16432,
};

/**
 * Environment of all test stages: a sandbox of their own, so that a run neither
 * sees nor touches what the person has running. What is set already stays.
 */
export function testEnvironment(
  root: string,
  given: NodeJS.ProcessEnv,
): Record<string, string> {
  const portVariables = Object.entries(ports).map(([name, port]) => [
    `SOVD_SANDBOX_PORT_${name}`,
    String(port),
  ]);
  const wanted: Record<string, string> = {
    SOVD_SANDBOX_STATE: path.join(root, '.sandbox-test'),
    SOVD_PORTAL_PORT: '7117',
    ...Object.fromEntries(portVariables),
  };
  return Object.fromEntries(
    Object.entries(wanted).map(([name, value]) => [name, given[name] ?? value]),
  );
}
