/**
 * Runs a suite of tests: `node tools/testing/main.ts [check|unit|contract|e2e|all]`.
 * Every stage runs, whatever became of the ones before, so that one run tells all.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findChromium, installChromium } from './findChromium.ts';
import { runStage } from './runStage.ts';
import { suites } from './stages.ts';
import type { StageResult } from './Stage.ts';
import { summarize, sumOf } from './summary.ts';
import { testEnvironment } from './testEnvironment.ts';

const root = path.resolve(import.meta.dirname, '../..');
const name = process.argv[2] ?? 'all';
const suite = suites[name];
if (!suite) {
  process.stderr.write(`There is no suite "${name}": take one of ${Object.keys(suites).join(', ')}\n`);
  process.exit(2);
}

Object.assign(process.env, testEnvironment(root, process.env));
if (suite.stages.some(stage => stage.name === 'e2e')) {
  if (!findChromium(process.env)) installChromium();
  process.env.CHROMIUM = findChromium(process.env);
}

const sandbox = (command: string) =>
  spawnSync('node', ['sandbox/src/main.ts', command], { cwd: root, stdio: 'inherit' }).status;

const results: StageResult[] = [];
const began = performance.now();
try {
  for (const [index, stage] of suite.stages.entries()) {
    const first = suite.stages[index - 1];
    if (suite.needsSandbox && !first) await Promise.resolve();
    const position = `${index + 1} of ${suite.stages.length}`;
    process.stdout.write(`\n── ${position}: ${stage.name} (${stage.shows})\n`);
    if (stage.needsSandbox && sandbox('start') !== 0) process.stderr.write('The sandbox did not start\n');
    results.push(await runStage(stage, root));
  }
} finally {
  if (suite.needsSandbox) sandbox('stop');
}

process.stdout.write(`\n${((performance.now() - began) / 1000).toFixed(0)} s in all\n${summarize(results)}\n`);
process.exitCode = sumOf(results).failed > 0 || results.some(({ failure }) => failure) ? 1 : 0;
