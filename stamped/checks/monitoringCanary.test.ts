import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { at, type Manifest } from '@sovd/templates/tests/HelmFixture.ts';
import { stringify } from 'yaml';
import { certificateArn, pick, StampedChart } from '../chart/StampedChart.ts';
import { toArgoVerdict, type ArgoMetric } from '../monitoring/toArgoVerdict.ts';
import { production } from '../repository/matrix.ts';
import { checkTool } from '../tools/checkTool.ts';

let chart: StampedChart;
let rendered: Manifest[];
let metrics: ArgoMetric[];
let background: ArgoMetric[];
before(async () => {
  chart = await StampedChart.of(production);
  rendered = await chart.render({
    ingress: {
      annotations: {
        'alb.ingress.kubernetes.io/certificate-arn': certificateArn,
      },
    },
  });
  const metricsOf = (name: string) =>
    at(
      pick(rendered, 'AnalysisTemplate', name),
      'spec.metrics',
    ) as ArgoMetric[];
  metrics = metricsOf('fleet-production-backend');
  background = metricsOf('fleet-production-backend-background');
});
after(() => chart.dispose());

const metricOf = (name: string) => {
  const found = metrics.find(metric => metric.name === name);
  assert.ok(found, name);
  return found;
};

/** Series of the new version: requests a minute by status, or by the bucket they fall into. */
const series = (
  metric: string,
  label: string,
  perMinute: Record<string, number>,
) =>
  Object.entries(perMinute).map(([value, count]) => ({
    series: `${metric}{namespace="${chart.release}", service="backend-canary", ${label}="${value}"}`,
    values: `0+${count}x20`,
  }));

/** Asks promtool for the analysis' own query after ten minutes of these series. */
async function judge(
  name: string,
  input: ReturnType<typeof series>,
  value: number | undefined,
) {
  const file = path.join(chart.repository, 'analysis.test.yml');
  const analysis = {
    interval: '1m',
    input_series: input,
    promql_expr_test: [
      {
        // promtool compares to the last bit of a float
        expr: `round(${metricOf(name).provider.prometheus.query}, 0.0001)`,
        eval_time: '10m',
        exp_samples: value === undefined ? [] : [{ labels: '{}', value }],
      },
    ],
  };
  await writeFile(file, stringify({ tests: [analysis] }));
  await runProgram(await checkTool('promtool'), ['test', 'rules', file]);
}

test('it succeeds below 1 % errors and 3 s, and fails from there on [H067]', () => {
  for (const [name, bound] of [
    ['error-rate', '0.01'],
    ['p95-seconds', '3'],
  ]) {
    const { successCondition, failureCondition } = metricOf(name);
    assert.equal(successCondition, `len(result) == 1 && result[0] < ${bound}`);
    assert.equal(failureCondition, `len(result) == 1 && result[0] >= ${bound}`);
  }
});

test('the share of errors is that of the new version [H067]', async () => {
  const answers = { '200': 98, '404': 1, '500': 1 };
  await judge(
    'error-rate',
    series('http_requests_total', 'status', answers),
    0.01,
  );
  const other = series('http_requests_total', 'status', { '500': 50 }).map(
    one => ({ ...one, series: one.series.replace('canary', 'stable') }),
  );
  await judge(
    'error-rate',
    [...series('http_requests_total', 'status', { '200': 100 }), ...other],
    0,
  );
});

test('too few requests say neither yes nor no [H067]', async () => {
  const few = series('http_requests_total', 'status', { '200': 2, '500': 1 });
  await judge('error-rate', few, undefined);
  await judge('error-rate', [], undefined);
  const probes = series('http_requests_total', 'status', { '200': 60 }).map(
    one => ({
      ...one,
      series: one.series.replace('{', '{route="/health/ready", '),
    }),
  );
  await judge('error-rate', [...few, ...probes], undefined);
  const slow = series('http_request_duration_seconds_bucket', 'le', {
    '3': 0,
    '5': 3,
    '+Inf': 3,
  });
  await judge('p95-seconds', [...few, ...slow], undefined);
});

test('the response time is the 95th percentile [H067]', async () => {
  const enough = series('http_requests_total', 'status', { '200': 100 });
  const buckets = series('http_request_duration_seconds_bucket', 'le', {
    '3': 90,
    '5': 100,
    '+Inf': 100,
  });
  await judge('p95-seconds', [...enough, ...buckets], 4);
});

const silence: number[] = [];
const times = (count: number, ...result: number[]) =>
  Array.from({ length: count }, () => result);

test('without requests a step is inconclusive, not a success [H067]', () => {
  for (const metric of metrics) {
    assert.equal(metric.count, 5, metric.name);
    assert.equal(toArgoVerdict(metric, times(5)), 'Inconclusive', metric.name);
    // the chart's settings before: the limit was as high as the count, and silence a success
    const once = { ...metric, inconclusiveLimit: 5 };
    assert.equal(toArgoVerdict(once, times(5)), 'Successful');
  }
});

test('a step passes when most of what it measures is good, and fails with the third bad one [H067]', () => {
  for (const metric of metrics) {
    const verdict = (...results: (number[] | undefined)[]) =>
      toArgoVerdict(metric, results);
    assert.equal(verdict(...times(5, 0.001)), 'Successful');
    assert.equal(verdict(...times(3, 5)), 'Failed');
    assert.equal(verdict(...times(2, 5), ...times(3, 0.001)), 'Successful');
    assert.equal(verdict(silence, ...times(4, 0.001)), 'Successful');
    assert.equal(
      verdict(...times(2, 0.001), silence, silence, silence),
      'Inconclusive',
    );
    assert.equal(
      verdict(...Array.from({ length: 5 }, () => undefined)),
      'Error',
      'a Prometheus that can’t be asked takes the canary back',
    );
  }
});

test('the background is watched until the steps end, and a bad version is stopped there too [H067]', () => {
  const canary = at(pick(rendered, 'Rollout'), 'spec.strategy.canary');
  assert.deepEqual(at(canary, 'analysis.templates'), [
    { templateName: 'fleet-production-backend-background' },
  ]);
  assert.deepEqual(
    background.map(({ name, provider }) => [name, provider]),
    metrics.map(({ name, provider }) => [name, provider]),
  );
  // 5 and 10 minutes of pause, an analysis of five minutes after each, and half an hour of patience
  const long = 60;
  for (const metric of background) {
    assert.equal(metric.count, undefined, metric.name);
    assert.equal(metric.interval, '1m');
    assert.equal(toArgoVerdict(metric, times(long, 0.001)), 'Running');
    assert.equal(toArgoVerdict(metric, times(long)), 'Running');
    const late = [...times(long, 0.001), ...times(3, 5)];
    assert.equal(toArgoVerdict(metric, late), 'Failed');
  }
});
