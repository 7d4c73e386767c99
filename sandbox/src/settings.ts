import { homedir } from 'node:os';
import path from 'node:path';

/** Ports of the sandbox, all on 127.0.0.1. Override one with `SOVD_SANDBOX_PORT_<NAME>`, e.g. `SOVD_SANDBOX_PORT_GIT=3001`. */
const defaultPorts = {
  kubernetes: 16443,
  kwok: 16250,
  metrics: 16260,
  jobs: 16270,
  secrets: 16280,
  aws: 15900,
  git: 15930,
  images: 15000,
  postgres: 15432,
};

export type PortName = keyof typeof defaultPorts;

/** Where the sandbox lives and listens: the only reader of its environment variables. */
export interface Settings {
  /** Root of the checkout. */
  readonly root: string;
  /** State of the running sandbox; ignored by Git, emptied by `reset`. */
  readonly state: string;
  /** Programs built once per pin and shared by all checkouts of this person. */
  readonly cache: string;
  readonly ports: Readonly<Record<PortName, number>>;
  /** Port of the portal itself: `SOVD_PORTAL_PORT`. */
  readonly portalPort: number;
  /** Context of the person's kubeconfig whose cluster is used instead of the embedded one: `SOVD_KUBE_CONTEXT`. */
  readonly kubeContext?: string;
  /** Where images of applications are, when not in the embedded registry: `SOVD_IMAGE_REPOSITORY_PATTERN`. */
  readonly imageRepositoryPattern?: string;
  /** Whether the API server writes down who asked it for what: `SOVD_SANDBOX_AUDIT=1`. */
  readonly audit: boolean;
}

function readPort(
  variable: string,
  usual: number,
  environment: NodeJS.ProcessEnv,
): number {
  const text = environment[variable];
  if (text === undefined) return usual;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(
      `${variable} is "${text}", which is no port: give a number from 1 to 65535`,
    );
  }
  return port;
}

export function readSettings(
  root: string,
  environment: NodeJS.ProcessEnv = process.env,
): Settings {
  const ports = Object.fromEntries(
    (Object.keys(defaultPorts) as PortName[]).map(name => [
      name,
      readPort(
        `SOVD_SANDBOX_PORT_${name.toUpperCase()}`,
        defaultPorts[name],
        environment,
      ),
    ]),
  ) as Record<PortName, number>;
  return {
    root,
    state: environment.SOVD_SANDBOX_STATE ?? path.join(root, '.sandbox'),
    cache: path.join(
      environment.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'),
      'sovd-sandbox',
    ),
    ports,
    portalPort: readPort('SOVD_PORTAL_PORT', 7007, environment),
    kubeContext: environment.SOVD_KUBE_CONTEXT || undefined,
    imageRepositoryPattern:
      environment.SOVD_IMAGE_REPOSITORY_PATTERN || undefined,
    audit: environment.SOVD_SANDBOX_AUDIT === '1',
  };
}
