import { z } from 'zod/v4';

/** What an application is made of; the value of `app.kubernetes.io/component`. @public */
export const componentSchema = z.enum([
  'backend',
  'frontend',
  'vehicle-connector',
]);

/** @public */
export type Component = z.infer<typeof componentSchema>;

/**
 * The components that an environment runs.
 *
 * @public
 */
export function componentsOf(answers: {
  vehicleConnectorEnabled: boolean;
}): Component[] {
  return componentSchema.options.filter(
    component =>
      component !== 'vehicle-connector' || answers.vehicleConnectorEnabled,
  );
}

/**
 * The component whose image another one runs: the connector is a command of the
 * backend's image.
 *
 * @public
 */
export function imageComponentOf(component: Component): Component {
  return component === 'vehicle-connector' ? 'backend' : component;
}
