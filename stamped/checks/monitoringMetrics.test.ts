import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { backendEnvironment } from '@sovd/templates/tests/PostgresFixture.ts';
import { settings } from '@sovd/templates/tests/StampedRepositoryFixture.ts';
import { readExpression } from '../monitoring/readExpression.ts';
import { StampedMonitoring } from '../monitoring/StampedMonitoring.ts';
import { checkTool } from '../tools/checkTool.ts';

/** All that the backend and the connector expose, as Prometheus gets it. */
const exposition = [
  'from app import main, vehicle_connector',
  'from app.capacity import observe_capacity',
  'from prometheus_client import generate_latest',
  'observe_capacity()',
  'print(generate_latest().decode())',
].join('\n');

/** Prometheus' own, which no application exposes. */
const prometheusOwn = ['up', 'ALERTS'];

let monitoring: StampedMonitoring;
let runbook: string;
let exposed: string;
let types: Map<string, string>;
/** Rows of the table of metrics: type, meaning, normal, trouble. */
let documented: Map<string, string[]>;
before(async () => {
  [monitoring] = await Promise.all([
    StampedMonitoring.stamp(),
    backendEnvironment.run(settings),
  ]);
  runbook = await monitoring.text('docs/runbooks/monitoring.md');
  documented = new Map(
    [
      ...runbook.matchAll(
        /^\| `(\w+)` \| ((?:gauge|counter|histogram) .+) \|$/gm,
      ),
    ].map(([, name, rest]) => [name, rest.split('|').map(cell => cell.trim())]),
  );
  const programs = await backendEnvironment.programs(settings);
  exposed = await runProgram(
    path.join(programs, 'python'),
    ['-c', exposition],
    {
      cwd: path.join(monitoring.repository, 'backend'),
      env: { PATH: '/usr/bin:/bin', PYTHONDONTWRITEBYTECODE: '1' },
    },
  );
  types = new Map(
    [...exposed.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, type]) => [
      name,
      type,
    ]),
  );
});
after(() => monitoring.dispose());

test('promtool has nothing against what the application exposes [R041]', async () => {
  await runProgram(await checkTool('promtool'), ['check', 'metrics'], {
    input: exposed,
  });
});

test('rules and dashboards use no other metrics than the runbook explains [R041]', async () => {
  const used = new Set(
    (await monitoring.expressions()).flatMap(
      ([, expr]) => readExpression(expr).metrics,
    ),
  );
  assert.deepEqual(
    [...used].filter(name => !documented.has(name)),
    [],
  );
});

test('the application exposes what the runbook explains, by the same types [R041]', () => {
  for (const [name, [type]] of documented)
    if (!prometheusOwn.includes(name))
      assert.equal(types.get(name), type, name);
});

test('what the application measures by itself stands in the runbook [R041]', () => {
  const own = [...types.keys()].filter(
    name => !/^(python_|process_)|_created$/.test(name),
  );
  assert.deepEqual(
    own.filter(name => !documented.has(name)),
    [],
  );
});

test('the four of commands, WebSockets and vehicles have meaning, normal and trouble [R041]', () => {
  for (const name of [
    'commands_executed_total',
    'command_execution_duration_seconds',
    'websocket_connections_active',
    'vehicle_connections_active',
  ])
    for (const cell of documented.get(name)?.slice(1, 4) ?? [''])
      assert.notEqual(cell, '', name);
});

test('each query of the runbook can be read, asks for documented metrics, and says what is normal [R051]', () => {
  const blocks = [...runbook.matchAll(/^```promql\n([\s\S]+?)^```$/gm)];
  assert.ok(blocks.length >= 6, `only ${blocks.length}`);
  for (const block of blocks) {
    const { metrics, unreadable } = readExpression(block[1]);
    assert.equal(unreadable, undefined, block[1]);
    assert.ok(metrics.length > 0, block[1]);
    for (const name of metrics) assert.ok(documented.has(name), name);
    const above = runbook.slice(0, block.index).trimEnd().split('\n\n').at(-1);
    assert.match(above ?? '', /Normal: /, block[1]);
  }
});

test('the runbook leads from a number to the log, by an id that the backend writes [R051]', async () => {
  // as json.dumps writes it; that a line is written so is shown by the backend's own tests
  assert.ok(
    runbook.includes('grep "\\"correlation_id\\": \\"$CORRELATION_ID\\""'),
  );
  assert.match(runbook, /`X-Correlation-ID`/);
  const source = await monitoring.text('backend/app/correlation.py');
  assert.match(source, /HEADER = "X-Correlation-ID"/);
  assert.match(source, /bound_contextvars\(correlation_id=/);
});
