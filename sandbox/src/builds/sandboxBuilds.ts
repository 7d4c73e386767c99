import { awsEnvironment } from '../aws/awsPart.ts';
import { jobsEnvironment } from '../jobs/jobsEnvironment.ts';
import { techDocsEnvironment } from '../portal/techDocsEnvironment.ts';
import { externalSecretsDefinitions } from '../secrets/externalSecretsDefinitions.ts';
import type { BuildStep } from './BuildStep.ts';
import { giteaPrograms } from './giteaProgram.ts';
import { giteaWebAssets } from './giteaWebAssets.ts';
import { kubernetesPrograms } from './kubernetesPrograms.ts';

/** What set-up makes for the sandbox: the lists run side by side, the steps of one list one after the other. */
export const sandboxBuilds: readonly (readonly BuildStep[])[] = [
  // Go compiles on all cores as it is.
  [kubernetesPrograms, giteaPrograms],
  [awsEnvironment, giteaWebAssets],
  [externalSecretsDefinitions, jobsEnvironment, techDocsEnvironment],
];
