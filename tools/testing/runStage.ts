import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { readReport } from './readReport.ts';
import type { Report, Stage, StageResult } from './Stage.ts';

const nothing: Report = { passed: 0, failed: 0, skipped: 0, failures: [] };

function run(stage: Stage, root: string): Promise<number | NodeJS.Signals> {
  return new Promise((resolve, reject) => {
    const child = spawn(stage.program, stage.args, {
      cwd: path.join(root, stage.cwd ?? ''),
      env: { ...process.env, ...stage.env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? signal ?? 1));
  });
}

async function readCounts(
  stage: Stage,
  root: string,
): Promise<Report | undefined> {
  if (!stage.report) return nothing;
  const file = path.join(root, stage.report.file);
  try {
    return readReport(stage.report.kind, await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function judge(
  stage: Stage,
  end: number | NodeJS.Signals,
  counts: Report | undefined,
): string | undefined {
  if (end !== 0) return `ended with ${end}`;
  if (!counts) return `left no report at ${stage.report?.file}`;
  if (counts.failed > 0) return `${counts.failed} failed`;
  if (stage.report && counts.passed === 0) return 'ran no test';
  return undefined;
}

/**
 * Runs one stage and counts its tests from the runner's own report. A report of an
 * earlier run is removed first, so that a runner that dies can't pass with old numbers.
 */
export async function runStage(
  stage: Stage,
  root: string,
): Promise<StageResult> {
  const began = performance.now();
  if (stage.report) {
    const file = path.join(root, stage.report.file);
    await mkdir(path.dirname(file), { recursive: true });
    await rm(file, { force: true });
  }
  const end = await run(stage, root);
  const counts = await readCounts(stage, root);
  const failure = judge(stage, end, counts);
  const seconds = (performance.now() - began) / 1000;
  const told = counts ?? nothing;
  // a failed check, or a runner that died before it could report, is one failure
  const failed = failure && told.failed === 0 ? 1 : told.failed;
  return { stage, seconds, counts: { ...told, failed }, failure };
}
