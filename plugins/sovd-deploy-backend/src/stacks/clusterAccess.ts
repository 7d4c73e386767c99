import { z } from 'zod/v4';

/** Who reaches a cluster's API from outside its network, as parameters of the stack. */
export const clusterAccessSchema = z
  .strictObject({
    /** Address blocks, such as those of a VPN or of runners. */
    apiCidrs: z.array(z.string()).optional(),
    /** Administers the cluster beside the role that creates it. */
    adminRole: z.string().optional(),
  })
  .transform(
    ({ apiCidrs = [], adminRole }): Record<string, string> => ({
      ...(apiCidrs.length > 0 && { ApiAccessCidrs: apiCidrs.join(',') }),
      ...(adminRole && { ClusterAdminRole: adminRole }),
    }),
  );
