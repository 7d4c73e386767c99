import type { environmentQuerySchema } from '@sovd/plugin-sovd-deploy-common';
import type { z } from 'zod/v4';

/** What is asked of the list of environments, with all defaults filled in. */
export type FleetQuery = z.output<typeof environmentQuerySchema>;
