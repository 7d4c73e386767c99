import type { z } from 'zod/v3';

type Zod = typeof z;

/** What every step about a planned change is told: where, and what kind of change. */
export const plannedChangeInput = {
  environmentRef: (zod: Zod) =>
    zod.string({ description: 'Entity ref of a registered environment' }),
  kind: (zod: Zod) =>
    zod.enum(['upgrade', 'rollback', 'scale', 'restart'], {
      description: 'What is planned',
    }),
};
