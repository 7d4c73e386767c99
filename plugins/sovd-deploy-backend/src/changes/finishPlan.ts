import { tagOf, versionOf } from '@sovd/plugin-sovd-deploy-common';
import type {
  Answers,
  Environment,
  Finding,
  PlanRequest,
  Stack,
} from '@sovd/plugin-sovd-deploy-common';
import type { EnvironmentEstimator } from '../costs/EnvironmentEstimator';
import type { SourceRefs } from '../environments/SourceRepository';
import type { ChangeWork } from './ChangeWork';
import type { CurrentRelease } from './CurrentRelease';
import { planMoney } from './planMoney';
import type { PlannedChange } from './Planner';
import { nothingKnown, toNothingFinding } from './planRefusals';
import type { ResolvedWork } from './resolveWork';
import { changesNothing, toPlannedChange } from './toPlannedChange';
import type { PlanParts } from './toPlannedChange';

/** What is known before a version is chosen. */
export interface PlanStart {
  environment: Environment;
  request: PlanRequest;
  current: CurrentRelease;
  refs: SourceRefs;
  stack: Stack | undefined;
  estimator: Pick<EnvironmentEstimator, 'estimate'>;
  /** What concerns every plan of the environment now. */
  findings: Finding[];
  plannedAt: string;
  signal: AbortSignal;
}

/** A plan in which everything stays as it is, since the request comes to nothing. */
export function refusePlan(
  start: PlanStart,
  findings: readonly Finding[],
): PlannedChange {
  const { current, refs, request } = start;
  const commit = current.commit ?? refs.head;
  const work: ChangeWork = {
    kind: request.kind,
    commit,
    environmentCommit: refs.head,
    images: current.images,
    migrate: false,
    values: {},
    files: {},
  };
  const version =
    request.kind === 'upgrade'
      ? request.input.version
      : versionOf(tagOf(current.images));
  return finishPlan(start, { work, version, findings: [...findings] }, {});
}

/** What was found out, as far as it could be; what is missing stays as it is. */
export function finishPlan(
  start: PlanStart,
  resolved: ResolvedWork,
  found: Partial<
    Pick<
      PlanParts,
      'bootstrap' | 'findings' | 'infrastructure' | 'outlook' | 'rendered'
    > & {
      /** Answers that stand afterwards. */
      answers: Answers;
    }
  >,
): PlannedChange {
  const { environment, estimator } = start;
  const {
    answers = environment.answers,
    bootstrap = [],
    findings = [],
    infrastructure = { changes: [] },
    outlook = nothingKnown,
    rendered = start.current.running,
  } = found;
  const { money, findings: priced } = planMoney(
    estimator,
    environment,
    answers,
  );
  const all = [...start.findings, ...resolved.findings, ...findings, ...priced];
  const planned = toPlannedChange({
    ...start,
    bootstrap,
    findings: all,
    infrastructure,
    money,
    outlook,
    rendered,
    resolved,
  });
  const blocked = all.some(({ severity }) => severity === 'blocker');
  if (!blocked && changesNothing(planned)) {
    planned.plan.findings.push(toNothingFinding(resolved.version));
  }
  return planned;
}
