import type { Entity } from '@backstage/catalog-model';

/** Annotations that give an entity the tab of @backstage/plugin-kubernetes. */
const KUBERNETES_ANNOTATIONS = [
  'backstage.io/kubernetes-id',
  'backstage.io/kubernetes-label-selector',
];

/** Path of the Kubernetes tab below the entity's page, when it has one. */
export function kubernetesPathOf(entity: Entity): string | undefined {
  const annotations = entity.metadata.annotations ?? {};
  return KUBERNETES_ANNOTATIONS.some(name => annotations[name])
    ? '/kubernetes'
    : undefined;
}
