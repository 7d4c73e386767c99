import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { helmYaml } from './helmYaml';
import type { HelmWorkFolder } from './HelmWorkFolder';
import { layerValues } from './layerValues';
import type { ReleaseContent } from './ReleaseContent';
import { toReleaseValues } from './toReleaseValues';

const valuesSchema = z
  .record(z.string(), z.json())
  .nullish()
  .transform(values => values ?? {});

/**
 * The values of a release above those of its chart, lowest first: the environment's own
 * file, what the deployer knows, and what the change adds. Whoever renders and whoever
 * deploys takes them from here, so that what was planned is what runs.
 */
export class HelmValueLayers {
  private constructor(private readonly layers: readonly JsonObject[]) {}

  /** @throws InputError when a file can't be read, or the stack lacks an output */
  static async read(
    { environment, sourceFolder, images, outputs, values }: ReleaseContent,
    place: { progressDeadlineSeconds: number; releaseTimeoutMs: number },
  ): Promise<HelmValueLayers> {
    const { environment: name } = environment.answers;
    return new HelmValueLayers([
      await readValues(sourceFolder, `environments/${name}/values.yaml`),
      toReleaseValues({
        images,
        outputs,
        answers: environment.answers,
        progressDeadlineSeconds: place.progressDeadlineSeconds,
        releaseTimeoutSeconds: Math.ceil(place.releaseTimeoutMs / 1000),
      }),
      values,
    ]);
  }

  /** Writes them into Helm's work folder and gives the arguments that name them. */
  async toArguments(work: HelmWorkFolder): Promise<string[]> {
    const files = await Promise.all(
      this.layers.map((layer, index) =>
        work.write(`values-${index}.json`, layer),
      ),
    );
    return files.flatMap(file => ['--values', file]);
  }

  /**
   * All values that a chart sees.
   *
   * @param chart - its folder
   */
  async over(chart: string): Promise<JsonObject> {
    return layerValues(await readValues(chart, 'values.yaml'), ...this.layers);
  }
}

async function readValues(folder: string, file: string): Promise<JsonObject> {
  let text: string;
  try {
    text = await readFile(path.join(folder, file), 'utf8');
  } catch (error) {
    throw new InputError(`The repository has no ${file}`, error);
  }
  try {
    return valuesSchema.parse(parse(text, helmYaml));
  } catch (error) {
    throw new InputError(`${file} must be a map of values in YAML`, error);
  }
}
