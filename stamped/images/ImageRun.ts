import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Outcome, runScript } from '../scripts/runScript.ts';
import type { ImageConfiguration } from './ImageStore.ts';
import { ownNamespaces } from './ownNamespaces.ts';
import { type End } from './relay.ts';

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // its process has ended
  }
}

/** The command of an image, running as a restricted pod runs it. It has a network of its own, with nobody else in it. */
export class ImageRun {
  readonly #process: ChildProcess;
  readonly #relays: ChildProcess[] = [];
  readonly #identity: readonly string[];
  readonly #environment: NodeJS.ProcessEnv;
  readonly #configuration: ImageConfiguration;
  #said = '';

  /**
   * @param files - the image's files, laid out in a folder
   * @param identity - numbers of its user and group
   */
  constructor(
    files: string,
    configuration: ImageConfiguration,
    identity: readonly [number, number],
    environment: Record<string, string> = {},
  ) {
    this.#configuration = configuration;
    this.#identity = identity.map(String);
    const own = configuration.Env.map(line => line.split(/=(.*)/s).slice(0, 2));
    this.#environment = { ...Object.fromEntries(own), ...environment };
    this.#process = spawn(
      'unshare',
      [
        ...ownNamespaces,
        ...['--fork', '--kill-child', '--'],
        path.join(import.meta.dirname, 'runReadOnly.sh'),
        ...[files, ...this.#identity, configuration.WorkingDir || '/'],
        ...configuration.Cmd,
      ],
      {
        env: { ...this.#environment, PATH: this.#path },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const output of [this.#process.stdout, this.#process.stderr])
      output?.setEncoding('utf8').on('data', text => (this.#said += text));
  }

  /** The image's own, and where the machine has mount and the others. */
  get #path(): string {
    return `${this.#environment.PATH}:/usr/sbin:/usr/bin:/sbin:/bin`;
  }

  /** What the command wrote. */
  get said(): string {
    return this.#said;
  }

  /** The one process that `unshare` has made, or nothing. */
  #child(): string {
    const { pid } = this.#process;
    return readOrNothing(`/proc/${pid}/task/${pid}/children`).trim();
  }

  /**
   * The first process inside, as the machine counts, once it is the image's user: before that it still makes its place.
   *
   * @throws Error with what it wrote, when it has ended
   */
  async #first(): Promise<string> {
    const user = new RegExp(`^Uid:\\t${this.#identity[0]}\\t`, 'm');
    for (;;) {
      if (this.#process.exitCode !== null)
        throw new Error(`The image's command has ended: ${this.#said}`);
      const first = this.#child();
      if (first && user.test(readOrNothing(`/proc/${first}/status`)))
        return first;
      await delay(20);
    }
  }

  /** Runs another command beside it, as `docker exec` does. */
  async execute(...command: readonly [string, ...string[]]): Promise<Outcome> {
    const [user, group] = this.#identity;
    return runScript(
      '/',
      [
        'nsenter',
        ...['--target', await this.#first(), '--pid', '--root', '--wd'],
        ...ownNamespaces,
        ...['--setuid', user, '--setgid', group, '--', ...command],
      ],
      { ...this.#environment, HOME: '/tmp', PATH: this.#path },
    );
  }

  /** Asks the image's own HEALTHCHECK until it agrees, at most as long as a container engine would. */
  async becomesHealthy(): Promise<void> {
    const { Test, StartPeriod, Interval, Retries } =
      this.#configuration.Healthcheck;
    const [kind, ...command] = Test;
    assert.equal(kind, 'CMD');
    const patience = (StartPeriod + Interval * Retries) / 1e6;
    for (const end = Date.now() + patience; ; ) {
      const { code, text } = await this.execute(
        ...(command as [string, ...string[]]),
      );
      if (code === 0) return;
      assert.ok(Date.now() < end, `It is unhealthy: ${text}\n${this.said}`);
      await delay(200);
    }
  }

  /** Leads a port inside to a Unix socket outside. */
  async reach(port: number, socket: End): Promise<void> {
    const relay = spawn(
      'nsenter',
      [
        ...['--target', await this.#first(), '--net', '--', process.execPath],
        ...[path.join(import.meta.dirname, 'relay.ts'), `${port}`, `${socket}`],
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#relays.push(relay);
    await once(relay.stdout, 'data');
  }

  /** Ends it by its own signal. @returns the exit code */
  async stop(): Promise<number | null> {
    // not `exit`, which may come before its last words
    const exited = once(this.#process, 'close');
    const signal = this.#configuration.StopSignal || 'SIGTERM';
    process.kill(Number(await this.#first()), signal as NodeJS.Signals);
    const [code] = (await exited) as [number | null];
    return code;
  }

  /** Ends all that is left of it: with the first process inside, all of them. */
  dispose(): void {
    const first = this.#child();
    if (first) process.kill(Number(first), 'SIGKILL');
    for (const program of [this.#process, ...this.#relays])
      program.kill('SIGKILL');
  }
}
