import type { Finding } from '../finding';
import { hasEffect } from './hasEffect';
import { judgeAddOns } from './judgeAddOns';
import { judgeApproval } from './judgeApproval';
import { judgeBudgetAlarm } from './judgeBudgetAlarm';
import { judgeCanary } from './judgeCanary';
import { judgeCanaryTraffic } from './judgeCanaryTraffic';
import { judgeCapacity } from './judgeCapacity';
import { judgeConnectionBudget } from './judgeConnectionBudget';
import type { Judge, JudgeContext } from './JudgeContext';
import { judgeDomain } from './judgeDomain';
import { judgeNames } from './judgeNames';
import { judgeNetwork } from './judgeNetwork';
import { judgePostgres } from './judgePostgres';
import { judgeProduction } from './judgeProduction';
import { judgeProductionDomain } from './judgeProductionDomain';
import { judgeProductionZones } from './judgeProductionZones';
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
  judgeProductionZones,
  judgeProductionDomain,
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
  judgeBudgetAlarm,
];

/** Whether a finding is about nothing that has an effect at the target. */
function isIdle({ fields = [] }: Finding, { target }: JudgeContext): boolean {
  const judged = fields.filter(field => !['tier', 'target'].includes(field));
  return judged.length > 0 && judged.every(field => !hasEffect(field, target));
}

/** Judges answers that can be read by every rule but the price. @public */
export const judgeEnvironment: Judge = (answers, context) =>
  judges
    .flatMap(judge => judge(answers, context))
    .filter(finding => !isIdle(finding, context));
