import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  DEFAULT_NAMESPACE,
  parseEntityRef,
} from '@backstage/catalog-model';
import type { ResourceEntity } from '@backstage/catalog-model';
import {
  APPLICATION_ANNOTATION,
  CLUSTER_ANNOTATION,
  componentsOf,
  ENGINE_ANNOTATION,
  ENVIRONMENT_ANNOTATION,
  ENVIRONMENT_PROVIDER_LOCATION,
  ENVIRONMENT_RESOURCE_TYPE,
  ESTIMATE_ANNOTATION,
  NAMESPACE_ANNOTATION,
  REGION_ANNOTATION,
  RELEASE_ANNOTATION,
  STACK_NAME_ANNOTATION,
  STRATEGY_ANNOTATION,
  TARGET_ANNOTATION,
  TIER_ANNOTATION,
} from '@sovd/plugin-sovd-deploy-common';
import type { Environment } from '@sovd/plugin-sovd-deploy-common';

/** For people and links; pages look the environment up in the registry. */
function annotationsOf(environment: Environment): Record<string, string> {
  const { answers, cluster, namespace, region, releaseName } = environment;
  return {
    [ANNOTATION_LOCATION]: ENVIRONMENT_PROVIDER_LOCATION,
    [ANNOTATION_ORIGIN_LOCATION]: ENVIRONMENT_PROVIDER_LOCATION,
    [APPLICATION_ANNOTATION]: answers.name,
    [ENVIRONMENT_ANNOTATION]: answers.environment,
    [TIER_ANNOTATION]: answers.tier,
    [TARGET_ANNOTATION]: answers.target,
    [REGION_ANNOTATION]: region,
    [CLUSTER_ANNOTATION]: cluster,
    [NAMESPACE_ANNOTATION]: namespace,
    [RELEASE_ANNOTATION]: releaseName,
    [ENGINE_ANNOTATION]: answers.engine,
    [STACK_NAME_ANNOTATION]: environment.stackName,
    [STRATEGY_ANNOTATION]: answers.strategy,
    [ESTIMATE_ANNOTATION]: `environments/${answers.environment}/estimate.json`,
    'aws.amazon.com/account-id': environment.accountId,
  };
}

/**
 * What gives the entity the tab of @backstage/plugin-kubernetes, limited to this
 * environment: every object of the chart carries these labels, in this namespace.
 */
function kubernetesAnnotationsOf({
  answers,
  cluster,
  namespace,
  releaseName,
}: Environment): Record<string, string> {
  return {
    'backstage.io/kubernetes-id': answers.name,
    'backstage.io/kubernetes-label-selector': `backstage.io/kubernetes-id=${answers.name},app.kubernetes.io/instance=${releaseName}`,
    'backstage.io/kubernetes-namespace': namespace,
    'backstage.io/kubernetes-cluster': cluster,
  };
}

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
        ...annotationsOf(environment),
        ...kubernetesAnnotationsOf(environment),
      },
      links: [
        { url: environment.repositoryUrl, title: 'Repository', icon: 'code' },
      ],
    },
    spec: {
      type: ENVIRONMENT_RESOURCE_TYPE,
      owner: answers.owner,
      // Names of the entities that the repository's catalog-info.yaml declares.
      system: answers.system ?? `system:${DEFAULT_NAMESPACE}/${answers.name}`,
      dependencyOf: componentsOf(answers).map(
        component =>
          `component:${DEFAULT_NAMESPACE}/${answers.name}-${component}`,
      ),
    },
  };
}
