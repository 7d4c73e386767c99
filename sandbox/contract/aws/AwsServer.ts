import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePort } from '../../src/__testUtils__/freePort.ts';
import { awsEndpoint, awsPart } from '../../src/aws/awsPart.ts';
import { readSettings, type Settings } from '../../src/settings.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const READY_MS = 60_000;

/** The sandbox's AWS on a free port and with a state of its own, so that a running sandbox isn't touched. */
export class AwsServer {
  readonly settings: Settings;
  #child: ChildProcess | undefined;

  private constructor(settings: Settings) {
    this.settings = settings;
  }

  static async start(): Promise<AwsServer> {
    const state = await mkdtemp(path.join(tmpdir(), 'sovd-aws-'));
    const port = String(await freePort());
    const server = new AwsServer(
      readSettings(ROOT, {
        ...process.env,
        SOVD_SANDBOX_STATE: state,
        SOVD_SANDBOX_PORT_AWS: port,
      }),
    );
    await awsPart.prepare?.(server.settings);
    await server.resume();
    return server;
  }

  get endpoint(): string {
    return awsEndpoint(this.settings);
  }

  get stateFile(): string {
    return path.join(this.settings.state, 'aws', 'state.bin');
  }

  /** Starts the program on the state that is there. */
  async resume(): Promise<void> {
    const { program, args, env, cwd } = await awsPart.command(this.settings);
    this.#child = spawn(program, [...args], {
      ...(cwd && { cwd }),
      // as fast as moto answers, but still with an order of events to see
      env: { ...env, SANDBOX_PACE: '0.02', SANDBOX_PACE_SLOW: '' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (const end = Date.now() + READY_MS; Date.now() < end; ) {
      if (hasEnded(this.#child)) throw new Error('AWS did not start');
      if (await awsPart.isReady(this.settings).catch(() => false)) return;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error(`AWS isn't ready after ${READY_MS} ms`);
  }

  /** Waits until no operation runs and everything is in the state file. */
  async idle(): Promise<void> {
    for (const end = Date.now() + 60_000; Date.now() < end; ) {
      const answer = await fetch(`${this.endpoint}/sandbox-api/health`);
      if (((await answer.json()) as { idle: boolean }).idle) return;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error('the state of AWS was never written');
  }

  async halt(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child || hasEnded(child)) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  async dispose(): Promise<void> {
    await this.halt('SIGKILL');
    await rm(this.settings.state, { recursive: true, force: true });
  }

  /** Sets the faults that the engine injects; an empty object clears them. */
  async faults(wanted: object): Promise<void> {
    const answer = await fetch(`${this.endpoint}/sandbox-api/faults`, {
      method: 'PUT',
      body: JSON.stringify(wanted),
    });
    if (!answer.ok) throw new Error(`faults were refused: ${answer.status}`);
  }
}

/** A process that a signal ended has no exit code. */
function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
