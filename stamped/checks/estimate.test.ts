import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { production, staging } from '../repository/matrix.ts';
import { stampRepository } from '../repository/stampRepository.ts';

/** What every estimate has beside smaller things. */
const LINES = [
  ...['control-plane', 'nodes', 'database-instance', 'cache-nodes'],
  ...['load-balancer', 'nat-gateway', 'egress'],
];

interface Line {
  id: string;
  unit: string;
  quantity: number;
  unitPrice: number;
  monthly: number;
}

for (const { name, answers } of [staging, production]) {
  test(`${name} costs what its lines say, each a quantity at a price [T037]`, async t => {
    const folder = await stampRepository(answers);
    t.after(() => rm(folder, { recursive: true, force: true }));
    const file = `environments/${answers.environment}/estimate.json`;
    const { baseline }: { baseline: { monthly: number; lines: Line[] } } =
      JSON.parse(await readFile(path.join(folder, file), 'utf8'));
    const ids = baseline.lines.map(({ id }) => id);
    for (const id of LINES) assert.ok(ids.includes(id), id);
    for (const { id, unit, quantity, unitPrice, monthly } of baseline.lines) {
      assert.ok(unit && monthly >= 0, id);
      assert.ok(Math.abs(quantity * unitPrice - monthly) < 0.01, id);
    }
    const sum = baseline.lines.reduce(
      (total, { monthly }) => total + monthly,
      0,
    );
    assert.ok(Math.abs(sum - baseline.monthly) < 0.01);
  });
}
