import { Entity } from '@backstage/catalog-model';

/** Type of the catalog's Resource that stands for an environment. @public */
export const ENVIRONMENT_RESOURCE_TYPE = 'environment';

/**
 * Annotations of an environment's entity. They are for people and links; the backend
 * takes nothing from them but looks the entity up in its registry.
 *
 * @public
 */
export const ENVIRONMENT_ANNOTATION = 'sovd.io/environment';
/** Name of the application; Systems and Components of repositories carry it too. @public */
export const APPLICATION_ANNOTATION = 'sovd.io/application';
/** @public */
export const TIER_ANNOTATION = 'sovd.io/tier';
/** @public */
export const TARGET_ANNOTATION = 'sovd.io/target';
/** @public */
export const REGION_ANNOTATION = 'sovd.io/region';
/** @public */
export const CLUSTER_ANNOTATION = 'sovd.io/cluster';
/** @public */
export const NAMESPACE_ANNOTATION = 'sovd.io/namespace';
/** @public */
export const ENGINE_ANNOTATION = 'sovd.io/engine';
/** @public */
export const STRATEGY_ANNOTATION = 'sovd.io/strategy';
/** @public */
export const STACK_NAME_ANNOTATION = 'sovd.io/stack-name';
/** @public */
export const RELEASE_ANNOTATION = 'sovd.io/release';
/** Path of the estimate in the repository. @public */
export const ESTIMATE_ANNOTATION = 'sovd.io/estimate';
/** On a Template: version of what it stamps. @public */
export const TEMPLATE_VERSION_ANNOTATION = 'sovd.io/template-version';

/** Names the location of entities that our provider emits; anything else is foreign. @public */
export const ENVIRONMENT_PROVIDER_LOCATION = 'sovd-deploy:environments';

/** Whether an entity says of itself that it is an environment. @public */
export function isEnvironmentEntity(entity: Entity): boolean {
  return (
    entity.kind.toLowerCase() === 'resource' &&
    entity.spec?.type === ENVIRONMENT_RESOURCE_TYPE
  );
}

/**
 * The application that a System or Component belongs to, as it says of itself.
 *
 * @public
 */
export function applicationOf(entity: Entity): string | undefined {
  return entity.metadata.annotations?.[APPLICATION_ANNOTATION];
}
