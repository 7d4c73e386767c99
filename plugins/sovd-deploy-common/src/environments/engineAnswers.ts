import { z } from 'zod/v4';

/** Step 3 of the form: what makes the cloud resources. @public */
export const engineAnswers = {
  engine: z.enum(['cloudformation', 'terraform']).default('cloudformation'),
  /** Minor version of the cluster. */
  kubernetesVersion: z
    .string()
    .regex(/^1\.\d{2}$/, 'must be a minor version, such as 1.36')
    .default('1.36'),
  /** How pods get the rights of an AWS role. */
  workloadIdentity: z.enum(['irsa', 'pod-identity']).default('irsa'),
  /** Whether each change of the stack waits for an approver. */
  changeApproval: z.boolean(),
};
