/**
 * Runs a suite of tests: `node tools/testing/main.ts [check|structure|unit|contract|e2e|all]`.
 * Every stage runs, whatever became of the ones before, so that one run tells all.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findChromium, installChromium } from './findChromium.ts';
import { runStage } from './runStage.ts';
import type { StageResult } from './Stage.ts';
import { suites } from './stages.ts';
import { summarize, sumOf } from './summary.ts';
import { testEnvironment } from './testEnvironment.ts';

const root = path.resolve(import.meta.dirname, '../..');
const name = process.argv[2] ?? 'all';
const stages = suites[name];
if (!stages) {
  const known = Object.keys(suites).join(', ');
  process.stderr.write(`There is no suite "${name}": take one of ${known}\n`);
  process.exit(2);
}

Object.assign(process.env, testEnvironment(root, process.env));
if (stages.some(stage => stage.name === 'e2e')) {
  if (!findChromium(process.env)) installChromium();
  process.env.CHROMIUM = findChromium(process.env);
}

function sandbox(command: 'start' | 'stop'): void {
  const { status } = spawnSync('node', ['sandbox/src/main.ts', command], {
    cwd: root,
    stdio: 'inherit',
  });
  // the stages that need it fail by themselves and say what they miss
  if (status !== 0) process.stderr.write(`sandbox ${command} failed\n`);
}

/** Addresses and tokens of the sandbox, for the stages that reach it without the portal. */
function loadSandboxVariables(): void {
  const file = path.join(process.env.SOVD_SANDBOX_STATE ?? '', 'portal.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

const began = performance.now();
const results: StageResult[] = [];
let sandboxRuns = false;
for (const [index, stage] of stages.entries()) {
  if (stage.needsSandbox && !sandboxRuns) {
    sandbox('start');
    loadSandboxVariables();
    sandboxRuns = true;
  }
  const place = `${index + 1} of ${stages.length}`;
  process.stdout.write(`\n── ${place}: ${stage.name} (${stage.shows})\n`);
  results.push(await runStage(stage, root));
}
if (sandboxRuns) sandbox('stop');

const seconds = ((performance.now() - began) / 1000).toFixed(0);
process.stdout.write(`\n${seconds} s in all\n${summarize(results)}\n`);
const bad = sumOf(results).failed > 0 || results.some(({ failure }) => failure);
process.exitCode = bad ? 1 : 0;
