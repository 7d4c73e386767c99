import { judgeAddOns } from './judgeAddOns';
import { judgeApproval } from './judgeApproval';
import { judgeCanary } from './judgeCanary';
import { judgeCanaryTraffic } from './judgeCanaryTraffic';
import { judgeCapacity } from './judgeCapacity';
import { judgeConnectionBudget } from './judgeConnectionBudget';
import type { Judge } from './JudgeContext';
import { judgeDomain } from './judgeDomain';
import { judgeNames } from './judgeNames';
import { judgeNetwork } from './judgeNetwork';
import { judgePostgres } from './judgePostgres';
import { judgeProduction } from './judgeProduction';
import { judgeRanges } from './judgeRanges';
import { judgeResources } from './judgeResources';
import { judgeStorage } from './judgeStorage';
import { judgeTarget } from './judgeTarget';
import { judgeVehicles } from './judgeVehicles';
import { judgeZones } from './judgeZones';

/** All rules, in the order of the form. */
const judges: readonly Judge[] = [
  judgeNames,
  judgeApproval,
  judgeProduction,
  judgeDomain,
  judgeTarget,
  judgeAddOns,
  judgeCanary,
  judgeCanaryTraffic,
  judgeZones,
  judgeNetwork,
  judgeRanges,
  judgeStorage,
  judgePostgres,
  judgeResources,
  judgeCapacity,
  judgeConnectionBudget,
  judgeVehicles,
];

/** Judges answers that can be read by every rule but the price. @public */
export const judgeEnvironment: Judge = (answers, context) =>
  judges.flatMap(judge => judge(answers, context));
