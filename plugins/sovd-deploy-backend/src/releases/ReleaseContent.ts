import type { JsonObject } from '@backstage/types';
import type {
  Environment,
  Image,
  StackOutputs,
} from '@sovd/plugin-sovd-deploy-common';

/** Everything that decides what a release's objects are. */
export interface ReleaseContent {
  environment: Environment;
  /** Folder with the repository's files: chart, and the environment's own values. */
  sourceFolder: string;
  image: Image;
  outputs: StackOutputs;
  /** Values on top of all others. */
  values: JsonObject;
}
