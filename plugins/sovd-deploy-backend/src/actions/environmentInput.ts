import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';

/** The zod that the actions registry lends to schemas. */
type Zod = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['input']
>[0];

/** How an action is told which environment it is about. */
export const environmentInput = (z: Zod) => ({
  namespace: z.string().default('default'),
  name: z.string().describe('Such as fleet-staging'),
});
