import type { NextStep } from '../finding';
import { amountOf } from './amountOf';
import type { Answers } from './answers';
import { fewerPods } from './fewerPods';
import type { Judge } from './JudgeContext';
import type { NodeInstanceType } from './sizeAnswers';

/**
 * What a node leaves to pods. Both types have 2 vCPU, of which EKS keeps 70m. Memory is
 * what the instance reports less 255 MiB, 11 MiB for each pod it may hold (17 and 35)
 * and 100 MiB for evictions. Source: Amazon EKS AMI, bootstrap reservation.
 */
const ALLOCATABLE: Record<
  NodeInstanceType,
  { millicores: number; mebibytes: number }
> = {
  't3.medium': { millicores: 1930, mebibytes: 3300 },
  't3.large': { millicores: 1930, mebibytes: 7100 },
};

/** What the cluster's own pods take: DNS, agents, controllers, the autoscaler. */
const SYSTEM = { millicores: 1500, mebibytes: 1536 };

/** Most nodes of a group, the bound of the answer itself. */
const MOST_NODES = 20;

/** Nodes that a number of backend pods needs beside the cluster's own. */
function nodesFor(pods: number, answers: Answers): number {
  const { requests } = answers.backendResources;
  const node = ALLOCATABLE[answers.nodeInstanceType];
  const cpu = pods * amountOf(requests.cpu) + SYSTEM.millicores;
  const memory = pods * amountOf(requests.memory) + SYSTEM.mebibytes;
  return Math.max(
    Math.ceil(cpu / node.millicores),
    Math.ceil(memory / node.mebibytes),
  );
}

function remedies(answers: Answers, needed: number): NextStep[] {
  const steps: NextStep[] = [];
  if (needed <= MOST_NODES) {
    steps.push({ label: `At most ${needed} nodes`, set: { nodesMax: needed } });
  }
  for (let pods = answers.backendMax - 1; pods >= 1; pods--) {
    if (nodesFor(pods, answers) <= answers.nodesMax) {
      steps.push(fewerPods(answers, pods));
      break;
    }
  }
  return steps.length > 0
    ? steps
    : [{ label: 'Ask for less CPU and memory in each pod' }];
}

/** Refuses pods that the nodes could never hold, as the autoscaler would leave them pending. @public */
export const judgeCapacity: Judge = (answers, { target }) => {
  // A shared cluster brings nodes of its own, which no answer describes.
  if (target?.clusterMode === 'existing') return [];
  const { backendMax, backendResources, nodeInstanceType, nodesMax } = answers;
  const needed = nodesFor(backendMax, answers);
  if (needed <= nodesMax) return [];
  const { cpu, memory } = backendResources.requests;
  return [
    {
      rule: 'capacity',
      severity: 'blocker',
      headline: `${backendMax} pods need ${needed} nodes; at most ${nodesMax} are asked for`,
      cause: `Each pod asks for ${cpu} and ${memory}, and the cluster's own pods for ${
        SYSTEM.millicores / 1000
      } vCPU; a ${nodeInstanceType} leaves ${
        ALLOCATABLE[nodeInstanceType].millicores / 1000
      } vCPU and ${ALLOCATABLE[nodeInstanceType].mebibytes} MiB to pods.`,
      nextSteps: remedies(answers, needed),
      fields: [
        'backendMax',
        'backendResources',
        'nodeInstanceType',
        'nodesMax',
      ],
    },
  ];
};
