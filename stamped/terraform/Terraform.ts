import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '@sovd/sandbox/src/settings.ts';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { checkTool } from '../tools/checkTool.ts';
import { findProviders, toCliConfiguration } from '../tools/providerMirror.ts';

const settings = readSettings(path.resolve(import.meta.dirname, '../..'));

/** The machine's Terraform, with plugins from wherever the machine has them. */
export class Terraform {
  readonly #program: string;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #scratch: string;

  private constructor(
    program: string,
    environment: Readonly<Record<string, string>>,
    scratch: string,
  ) {
    this.#program = program;
    this.#environment = environment;
    this.#scratch = scratch;
  }

  static async find(): Promise<Terraform> {
    const program = await checkTool('terraform');
    const { configuration, mirror } = await findProviders({
      environment: process.env,
      home: homedir(),
      program,
    });
    const scratch = await mkdtemp(path.join(tmpdir(), 'sovd-terraform-'));
    const written = path.join(scratch, 'configuration.tfrc');
    await writeFile(written, await toCliConfiguration(mirror));
    const cache = path.join(settings.cache, 'terraform-plugins');
    await mkdir(cache, { recursive: true });
    const environment = {
      CHECKPOINT_DISABLE: '1',
      TF_CLI_CONFIG_FILE: configuration ?? written,
      TF_IN_AUTOMATION: '1',
      // plugins of a mirror are linked; only what comes over the network is worth keeping
      ...(!configuration && !mirror && { TF_PLUGIN_CACHE_DIR: cache }),
    };
    return new Terraform(program, environment, scratch);
  }

  /**
   * Runs it in a folder.
   *
   * @returns what it printed
   * @throws Error with its output when it fails
   */
  async run(
    folder: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    return runProgram(this.#program, [...args], {
      cwd: folder,
      env: { ...process.env, ...this.#environment, ...environment },
    });
  }

  /** Plugins without a state. */
  async init(folder: string): Promise<void> {
    await this.run(folder, ['init', '-backend=false', '-no-color']);
  }

  async dispose(): Promise<void> {
    await rm(this.#scratch, { recursive: true, force: true });
  }
}
