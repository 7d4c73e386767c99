import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import { estimateSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Estimate } from '@sovd/plugin-sovd-deploy-common';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { readSourceFile } from '../changes/readSourceFile';
import { helmYaml } from '../releases/helmYaml';
import { stackParametersSchema } from '../stacks/stackParameters';
import { toCloudFormationResources } from './toCloudFormationResources';
import { toTerraformAddresses } from './toTerraformAddresses';

const CHART = 'infrastructure/helm/sovd-webapp';
const TERRAFORM = 'infrastructure/terraform';

const mapSchema = z.record(z.string(), z.json());

/**
 * One side of a comparison: the files of a stamp. An early stamp lacks some of them, and
 * then there is nothing in them; what can't be read is an error.
 */
export class StampFolder {
  constructor(readonly folder: string) {}

  /** Whether it has files of an environment, by its word such as `staging`. */
  async has(environment: string): Promise<boolean> {
    const file = `environments/${environment}/environment.yaml`;
    return (await readSourceFile(this.folder, file)) !== undefined;
  }

  /** Words of all environments that it has files of, in their order. */
  async listEnvironments(): Promise<string[]> {
    const folder = path.join(this.folder, 'environments');
    const words = await readdir(folder).catch(() => []);
    const found = [];
    for (const word of words.sort()) {
      if (await this.has(word)) found.push(word);
    }
    return found;
  }

  async readChartValues(): Promise<JsonObject> {
    return this.readMap(`${CHART}/values.yaml`);
  }

  async readValues(environment: string): Promise<JsonObject> {
    return this.readMap(`environments/${environment}/values.yaml`);
  }

  async readParameters(environment: string): Promise<JsonObject> {
    const folder = 'infrastructure/cloudformation/parameters';
    const text = await this.read(`${folder}/${environment}.json`);
    return text === undefined
      ? {}
      : stackParametersSchema.parse(JSON.parse(text));
  }

  async readVariables(environment: string): Promise<JsonObject> {
    const folder = `${TERRAFORM}/environments/${environment}`;
    const text = await this.read(`${folder}/${environment}.auto.tfvars.json`);
    return text === undefined ? {} : mapSchema.parse(JSON.parse(text));
  }

  async readEstimate(environment: string): Promise<Estimate | undefined> {
    const text = await this.read(`environments/${environment}/estimate.json`);
    return text === undefined
      ? undefined
      : estimateSchema.parse(JSON.parse(text));
  }

  async readResources(): Promise<Map<string, string>> {
    const text = await this.read('infrastructure/cloudformation/main.yaml');
    return text === undefined ? new Map() : toCloudFormationResources(text);
  }

  async readAddresses(): Promise<Map<string, string>> {
    const root = path.join(this.folder, TERRAFORM);
    const entries = await readdir(root, {
      recursive: true,
      withFileTypes: true,
    }).catch(() => []);
    const files = new Map<string, string>();
    for (const { parentPath, name } of entries) {
      if (!name.endsWith('.tf')) continue;
      const file = path.relative(root, path.join(parentPath, name));
      const text = await this.read(`${TERRAFORM}/${file}`);
      if (text !== undefined) files.set(file.split(path.sep).join('/'), text);
    }
    return toTerraformAddresses(files);
  }

  private async readMap(file: string): Promise<JsonObject> {
    const text = await this.read(file);
    return text === undefined ? {} : mapSchema.parse(parse(text, helmYaml));
  }

  private read(file: string): Promise<string | undefined> {
    return readSourceFile(this.folder, file);
  }
}
