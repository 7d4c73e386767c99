import type { JsonObject } from '@backstage/types';
import { componentSchema, imageSchema } from '@sovd/plugin-sovd-deploy-common';
import type {
  Component,
  ComponentImage,
} from '@sovd/plugin-sovd-deploy-common';
import { z } from 'zod/v4';

/** Where the chart's values speak of a component. */
const keys: Record<Component, string> = {
  backend: 'backend',
  frontend: 'frontend',
  'vehicle-connector': 'vehicleConnector',
};

const componentValuesSchema = z.object({
  /** Only what can be left out says so. */
  enabled: z.boolean().default(true),
  image: imageSchema,
});

/** The values that give each component its image. */
export function toImageValues(images: readonly ComponentImage[]): JsonObject {
  return Object.fromEntries(
    images.map(({ component, repository, tag, digest }) => [
      keys[component],
      { image: { repository, tag, digest } },
    ]),
  );
}

/** The images that values name by a digest, of each component that is switched on. */
export function readImages(values: JsonObject): ComponentImage[] {
  return componentSchema.options.flatMap(component => {
    const read = componentValuesSchema.safeParse(values[keys[component]]);
    return read.data?.enabled ? [{ component, ...read.data.image }] : [];
  });
}

/** Whether a value is said among the images already. */
export function isImageValue(path: string): boolean {
  return Object.values(keys).some(key => path.startsWith(`${key}.image.`));
}
