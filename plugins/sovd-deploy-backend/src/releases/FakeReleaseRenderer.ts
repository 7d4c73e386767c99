import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import { imageSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { HelmError } from './HelmError';
import { layerValues } from './layerValues';
import type { ReleaseContent } from './ReleaseContent';
import type {
  ReleaseRenderer,
  RenderedRelease,
  RunningRelease,
} from './ReleaseRenderer';

/** The environment's own file, where a test has one. */
async function readOwnValues({
  environment,
  sourceFolder,
}: ReleaseContent): Promise<JsonObject> {
  const { environment: name } = environment.answers;
  const file = path.join(sourceFolder, `environments/${name}/values.yaml`);
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return parse(text);
}

const valuesSchema = z.object({ backend: z.object({ image: imageSchema }) });

/** Charts in memory, for tests: a Deployment with the image, and a ConfigMap with all values. */
export class FakeReleaseRenderer implements ReleaseRenderer {
  private readonly running = new Map<string, RunningRelease>();
  private refusal: string | undefined;

  /** @param defaults - the values of every chart */
  constructor(private readonly defaults: JsonObject = {}) {}

  /** Makes content the running release, as a deployer would. */
  async run(content: ReleaseContent, revision: number): Promise<void> {
    const { signal } = new AbortController();
    const rendered = await this.render(content, signal);
    this.running.set(content.environment.releaseName, {
      ...rendered,
      revision,
      chartVersion: '0.1.0',
    });
  }

  /** Makes the chart refuse its values from now on, with these words. */
  refuse(words: string | undefined): void {
    this.refusal = words;
  }

  async readRunning(
    environment: Environment,
    signal: AbortSignal,
  ): Promise<RunningRelease | undefined> {
    signal.throwIfAborted();
    return this.running.get(environment.releaseName);
  }

  async render(
    content: ReleaseContent,
    signal: AbortSignal,
  ): Promise<RenderedRelease> {
    signal.throwIfAborted();
    if (this.refusal) throw new HelmError(this.refusal);
    const { environment, image, outputs } = content;
    const host = outputs.databaseHost ?? null;
    const values = layerValues(
      this.defaults,
      await readOwnValues(content),
      { backend: { image: { ...image } }, config: { database: { host } } },
      content.values,
    );
    const { repository, tag, digest } =
      valuesSchema.parse(values).backend.image;
    const metadata = {
      name: 'backend',
      namespace: environment.namespace,
      labels: { 'app.kubernetes.io/component': 'backend' },
    };
    const container = {
      name: 'backend',
      image: `${repository}:${tag}@${digest}`,
    };
    return {
      values,
      objects: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata,
          spec: { template: { spec: { containers: [container] } } },
        },
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata,
          data: { values: JSON.stringify(values) },
        },
      ],
    };
  }
}
