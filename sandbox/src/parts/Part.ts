import type { PortName, Settings } from '../settings.ts';

/** A program of the sandbox and how it is run. */
export interface PartCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** The whole environment of the program: nothing of the person's shell is passed on. */
  readonly env: Readonly<Record<string, string>>;
  /** Working folder; the sandbox's state folder when left out. */
  readonly cwd?: string;
}

/**
 * One part of the embedded default: a program with a pid file and a log of its own.
 *
 * Every method is idempotent: `start` runs them again on parts that still live, except for `command`.
 */
export interface Part {
  /** Name of the log, the pid file and the line in `status`. */
  readonly name: string;
  /**
   * Parts that must be ready and settled before this one is prepared: etcd, kube-apiserver, kube-controller-manager,
   * kube-scheduler, kwok, metrics-server, postgres, git, aws, images, secrets, jobs.
   */
  readonly after: readonly string[];
  /** Ports that it listens on: a taken one is named before anything starts. */
  readonly ports?: readonly PortName[];
  /** The signal that ends it cleanly within seconds; SIGTERM when left out. */
  readonly stopSignal?: NodeJS.Signals;
  /** Files, keys and databases that must exist before the program starts. */
  prepare?(settings: Settings): Promise<void>;
  /** How the program is started. */
  command(settings: Settings): Promise<PartCommand>;
  /** True once the program answers; a rejected promise counts as not yet. */
  isReady(settings: Settings): Promise<boolean>;
  /** What is applied to the ready part: definitions, accounts, policies. */
  settle?(settings: Settings): Promise<void>;
}
