import type { Stack } from '@sovd/plugin-sovd-deploy-common';

/** Engines as their makers write them. */
export const engineTitle: Record<Stack['engine'], string> = {
  cloudformation: 'CloudFormation',
  terraform: 'Terraform',
};
