import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';
import { parse } from 'yaml';
import { HelmError } from './HelmError';
import { readImages, toImageValues } from './imageValues';
import { layerValues } from './layerValues';
import type { ReleaseContent } from './ReleaseContent';
import type {
  PendingRevision,
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

/** Charts in memory, for tests: a Deployment for each image, and a ConfigMap with all values. */
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

  /** Leaves a newer revision behind that never came to its end, or none. */
  leave(releaseName: string, pending: PendingRevision | undefined): void {
    const running = this.running.get(releaseName);
    if (running) this.running.set(releaseName, { ...running, pending });
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
    const { environment, images, outputs } = content;
    const host = outputs.databaseHost ?? null;
    const values = layerValues(
      this.defaults,
      await readOwnValues(content),
      { ...toImageValues(images), config: { database: { host } } },
      content.values,
    );
    const { namespace } = environment;
    const deployments = readImages(values).map(
      ({ component, repository, tag, digest }) => ({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
          name: component,
          namespace,
          labels: { 'app.kubernetes.io/component': component },
        },
        spec: {
          template: {
            spec: {
              containers: [
                { name: component, image: `${repository}:${tag}@${digest}` },
              ],
            },
          },
        },
      }),
    );
    return {
      values,
      objects: [
        ...deployments,
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'backend', namespace },
          data: { values: JSON.stringify(values) },
        },
      ],
    };
  }
}
