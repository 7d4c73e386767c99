import { randomBytes } from 'node:crypto';
import path from 'node:path';

import { Client } from 'pg';

import { kubernetesProgram } from '../src/builds/kubernetesPrograms.ts';
import { Kubectl } from '../src/kubernetes/Kubectl.ts';
import { kubernetesFiles } from '../src/kubernetes/kubernetesFiles.ts';
import { postgresConnection } from '../src/postgres/connection.ts';
import { ProgramError, runProgram } from '../src/processes/runProgram.ts';
import { readSettings, type Settings } from '../src/settings.ts';

const POLL_MS = 50;

/** The sandbox that runs on this machine, as its administrator. */
export class RunningSandbox {
  readonly settings: Settings = readSettings(
    path.resolve(import.meta.dirname, '..', '..'),
  );
  readonly kubectl = new Kubectl(this.settings);

  /** A namespace of its own for a test. */
  async namespace(prefix: string): Promise<string> {
    const name = `${prefix}-${randomBytes(3).toString('hex')}`;
    await this.kubectl.run(['create', 'namespace', name]);
    return name;
  }

  async remove(namespace: string): Promise<void> {
    const how = ['--wait=false', '--ignore-not-found'];
    await this.kubectl.run(['delete', 'namespace', namespace, ...how]);
  }

  /** Runs Helm; its exit code, and what it printed. */
  async helm(
    args: readonly string[],
  ): Promise<{ failed: boolean; output: string }> {
    const program = await kubernetesProgram(this.settings, 'helm');
    const { state } = this.settings;
    const env = {
      HOME: state,
      KUBECONFIG: kubernetesFiles(this.settings).adminKubeconfig,
    };
    try {
      return {
        failed: false,
        output: await runProgram(program, args, { env }),
      };
    } catch (error) {
      if (!(error instanceof ProgramError)) throw error;
      return { failed: true, output: error.output };
    }
  }

  /** Runs work with a connection of the administrator. */
  async withDatabase<T>(
    database: string,
    work: (client: Client) => Promise<T>,
  ): Promise<T> {
    const client = new Client(
      await postgresConnection(this.settings, database),
    );
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}

/** Looks until there is something to see; fails with the last look's error. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  limitMs = 30_000,
): Promise<T> {
  let last: unknown;
  for (const end = Date.now() + limitMs; Date.now() < end; ) {
    try {
      const found = await look();
      if (found) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  const why = last ? `: ${String(last)}` : '';
  throw new Error(`${what} did not happen within ${limitMs} ms${why}`);
}
