import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  DEFAULT_NAMESPACE,
  parseEntityRef,
} from '@backstage/catalog-model';
import type { ResourceEntity } from '@backstage/catalog-model';
import {
  ENGINE_ANNOTATION,
  ENVIRONMENT_ANNOTATION,
  ENVIRONMENT_PROVIDER_LOCATION,
  ENVIRONMENT_RESOURCE_TYPE,
  RELEASE_ANNOTATION,
  STACK_NAME_ANNOTATION,
  STRATEGY_ANNOTATION,
  TARGET_ANNOTATION,
  TIER_ANNOTATION,
} from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';

/** An environment as the catalog shows it. The registry stays the truth; this is its mirror. */
export function toEnvironmentEntity(environment: Environment): ResourceEntity {
  const { answers } = environment;
  const { name, namespace } = parseEntityRef(environment.entityRef);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace,
      description:
        answers.description.trim() ||
        `${answers.name} in ${answers.environment}`,
      annotations: {
        [ANNOTATION_LOCATION]: ENVIRONMENT_PROVIDER_LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: ENVIRONMENT_PROVIDER_LOCATION,
        [ENVIRONMENT_ANNOTATION]: answers.environment,
        [TIER_ANNOTATION]: answers.tier,
        [TARGET_ANNOTATION]: answers.target,
        [ENGINE_ANNOTATION]: answers.engine,
        [STRATEGY_ANNOTATION]: answers.strategy,
        [STACK_NAME_ANNOTATION]: environment.stackName,
        [RELEASE_ANNOTATION]: environment.releaseName,
        'backstage.io/kubernetes-id': answers.name,
        'backstage.io/kubernetes-namespace': environment.namespace,
        'backstage.io/kubernetes-cluster': environment.cluster,
      },
      links: [
        { url: environment.repositoryUrl, title: 'Repository', icon: 'code' },
      ],
    },
    spec: {
      type: ENVIRONMENT_RESOURCE_TYPE,
      owner: answers.owner,
      // Names of the entities that the repository's catalog-info.yaml declares.
      system: `${DEFAULT_NAMESPACE}/${answers.name}`,
      dependencyOf: [`component:${DEFAULT_NAMESPACE}/${answers.name}-backend`],
    },
  };
}
