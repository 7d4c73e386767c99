/** One metric of an AnalysisTemplate of Argo Rollouts. */
export interface ArgoMetric {
  name: string;
  interval: string;
  count?: number;
  failureLimit?: number;
  inconclusiveLimit?: number;
  successCondition: string;
  failureCondition: string;
  provider: { prometheus: { query: string } };
}

/** How a measurement or a whole analysis ends. */
export type ArgoVerdict =
  | 'Successful'
  | 'Failed'
  | 'Inconclusive'
  | 'Error'
  | 'Running';

/** What Prometheus answers: one value for each series; nothing when it can't be asked. */
export type ArgoMeasurement = readonly number[] | undefined;

/** The words of Argo's expressions that the chart uses. */
const conditions = /^len\(result\) == 1 && result\[0\] (<|>=) ([\d.]+)$/;

function holds(condition: string, [value, ...more]: readonly number[]) {
  const [, sign, bound] = conditions.exec(condition) ?? [];
  if (!sign) throw new Error(`Not a condition known here: ${condition}`);
  if (value === undefined || more.length) return false;
  return sign === '<' ? value < Number(bound) : value >= Number(bound);
}

/** utils/evaluate/evaluate.go of Argo Rollouts 1.9.1, `EvaluateResult`. */
function toPhase(metric: ArgoMetric, result: ArgoMeasurement): ArgoVerdict {
  if (!result) return 'Error';
  if (holds(metric.failureCondition, result)) return 'Failed';
  return holds(metric.successCondition, result) ? 'Successful' : 'Inconclusive';
}

/** pkg/apis/rollouts/v1alpha1: consecutive errors that are borne without `consecutiveErrorLimit`. */
const ERRORS = 4;

/**
 * What Argo Rollouts makes of a metric after these measurements, by the rule of its source:
 * analysis/analysis.go of 1.9.1, `runMeasurements`, `assessMetricStatus` and
 * `assessMetricFailureInconclusiveOrError`. An inconclusive measurement counts towards `count`, an
 * error doesn't; a limit is passed, not reached; `count` reached is success.
 */
export function toArgoVerdict(
  metric: ArgoMetric,
  measurements: readonly ArgoMeasurement[],
): ArgoVerdict {
  const times = { Failed: 0, Inconclusive: 0, Successful: 0 };
  let errors = 0;
  for (const measurement of measurements) {
    const phase = toPhase(metric, measurement);
    errors = phase === 'Error' ? errors + 1 : 0;
    if (phase in times) times[phase as keyof typeof times] += 1;
    if (errors > ERRORS) return 'Error';
    if (times.Inconclusive > (metric.inconclusiveLimit ?? 0))
      return 'Inconclusive';
    if (times.Failed > (metric.failureLimit ?? 0)) return 'Failed';
    const counted = times.Failed + times.Inconclusive + times.Successful;
    if (metric.count && counted >= metric.count) return 'Successful';
  }
  return 'Running';
}
