import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AwsServer } from '@sovd/sandbox/contract/aws/AwsServer.ts';
import { production, staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';
import { Terraform } from './Terraform.ts';
import { TerraformPlan } from './TerraformPlan.ts';

/** Accepted by every AWS that runs on this machine. */
const credentials = {
  AWS_ACCESS_KEY_ID: 'sandbox',
  AWS_SECRET_ACCESS_KEY: 'sandbox',
  AWS_EC2_METADATA_DISABLED: 'true',
};

/** A state beside the configuration instead of one in S3. */
const localState = 'terraform {\n  backend "local" {}\n}\n';

/**
 * Two stamped environments whose plans the real provider makes, against the sandbox's AWS: it
 * fills in default tags and refuses what AWS' API would refuse at once.
 */
export class PlannedEnvironments {
  readonly #server: AwsServer;
  readonly #terraform: Terraform;
  readonly #repositories: readonly string[];
  /** Root module of staging. */
  readonly folder: string;

  private constructor(
    server: AwsServer,
    terraform: Terraform,
    repositories: readonly string[],
  ) {
    this.#server = server;
    this.#terraform = terraform;
    this.#repositories = repositories;
    this.folder = path.join(repositories[0], 'infrastructure/terraform');
  }

  static async start(): Promise<PlannedEnvironments> {
    const [server, terraform, ...repositories] = await Promise.all([
      AwsServer.start(),
      Terraform.find(),
      ...[staging, production].map(({ answers }) => stampRepository(answers)),
    ]);
    const environments = new PlannedEnvironments(
      server,
      terraform,
      repositories,
    );
    const { folder } = environments;
    await writeFile(path.join(folder, 'local_override.tf'), localState);
    // one folder for both, as in a repository with two environments
    const other = 'infrastructure/terraform/environments';
    await cp(
      path.join(repositories[1], other),
      path.join(folder, 'environments'),
      {
        recursive: true,
      },
    );
    await terraform.run(folder, ['init', '-no-color']);
    return environments;
  }

  get endpoint(): string {
    return this.#server.endpoint;
  }

  /** Runs Terraform with the values of one environment. */
  async run(args: readonly string[]): Promise<string> {
    return this.#terraform.run(this.folder, args, {
      ...credentials,
      AWS_ENDPOINT_URL: this.#server.endpoint,
    });
  }

  /** Options that give it the answers of an environment, and of what a person adds. */
  values(environment: string, ...more: string[]): string[] {
    const file = `environments/${environment}/${environment}.auto.tfvars.json`;
    return [`-var-file=${file}`, ...more.map(value => `-var=${value}`)];
  }

  async plan(environment: string, ...more: string[]): Promise<TerraformPlan> {
    const file = `${environment}.plan`;
    const options = ['-no-color', '-lock=false', `-out=${file}`];
    const values = this.values(environment, ...more);
    await this.run(['plan', ...options, ...values]);
    return new TerraformPlan(await this.run(['show', '-json', file]));
  }

  /** Adds a file that a team writes, by its path in the repository. */
  async write(file: string, text: string): Promise<void> {
    const target = path.join(this.#repositories[0], file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }

  /** Everything that Terraform remembers. */
  async state(): Promise<string> {
    return readFile(path.join(this.folder, 'terraform.tfstate'), 'utf8');
  }

  async dispose(): Promise<void> {
    await Promise.all([
      this.#server.dispose(),
      this.#terraform.dispose(),
      ...this.#repositories.map(folder =>
        rm(folder, { recursive: true, force: true }),
      ),
    ]);
  }
}
