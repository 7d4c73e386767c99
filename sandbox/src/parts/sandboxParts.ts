import { awsPart } from '../aws/awsPart.ts';
import { gitPart } from '../git/gitPart.ts';
import { imagesPart } from '../images/imagesPart.ts';
import { jobsPart } from '../jobs/jobsPart.ts';
import { apiServerPart } from '../kubernetes/apiServerPart.ts';
import { controllerManagerPart } from '../kubernetes/controllerManagerPart.ts';
import { etcdPart } from '../kubernetes/etcdPart.ts';
import { kwokPart } from '../kubernetes/kwokPart.ts';
import { metricsServerPart } from '../kubernetes/metricsServerPart.ts';
import { schedulerPart } from '../kubernetes/schedulerPart.ts';
import { postgresPart } from '../postgres/postgresPart.ts';
import { secretsPart } from '../secrets/secretsPart.ts';
import type { Settings } from '../settings.ts';
import type { Part } from './Part.ts';

/** Everything that the sandbox runs. */
export const sandboxParts: readonly Part[] = [
  etcdPart,
  apiServerPart,
  controllerManagerPart,
  schedulerPart,
  kwokPart,
  metricsServerPart,
  postgresPart,
  gitPart,
  awsPart,
  imagesPart,
  secretsPart,
  jobsPart,
];

/** What a person's own cluster brings itself: on it, Jobs run as containers and Secrets come from External Secrets. */
const ofEmbeddedCluster: ReadonlySet<Part> = new Set([
  etcdPart,
  apiServerPart,
  controllerManagerPart,
  schedulerPart,
  kwokPart,
  metricsServerPart,
  secretsPart,
  jobsPart,
]);

/** The parts that are started: all of them, or those beside the person's own cluster. */
export function wantedParts({ kubeContext }: Settings): readonly Part[] {
  return kubeContext
    ? sandboxParts.filter(part => !ofEmbeddedCluster.has(part))
    : sandboxParts;
}
