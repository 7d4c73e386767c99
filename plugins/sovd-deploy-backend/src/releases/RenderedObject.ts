import type { JsonObject } from '@backstage/types';

/** One Kubernetes object of a release, as Helm wrote it. */
export interface RenderedObject extends JsonObject {
  apiVersion: string;
  kind: string;
  metadata: JsonObject & { name: string; namespace?: string };
}
