import type { JsonObject } from '@backstage/types';
import type {
  ComponentImage,
  Environment,
  StackOutputs,
} from '@sovd/plugin-sovd-deploy-common';

/** Everything that decides what a release's objects are. */
export interface ReleaseContent {
  environment: Environment;
  /** Folder with the repository's files: chart, and the environment's own values. */
  sourceFolder: string;
  /** One for each component. */
  images: readonly ComponentImage[];
  outputs: StackOutputs;
  /** Values on top of all others. */
  values: JsonObject;
}
