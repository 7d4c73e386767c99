import type { Counts, StageResult } from './Stage.ts';

/** Sum of what all runners reported. */
export function sumOf(results: readonly StageResult[]): Counts {
  return results.reduce(
    (sum, { counts }) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

function lineOf({ stage, seconds, counts, failure }: StageResult): string {
  const time = `${seconds.toFixed(1).padStart(7)} s`;
  const tests = stage.report
    ? `${counts.passed} passed, ${counts.failed} failed`
    : 'check';
  const verdict = failure ? `FAILED: ${failure}` : 'ok';
  return `${time}  ${stage.name.padEnd(18)} ${tests.padEnd(24)} ${verdict}`;
}

function failuresOf({ stage, counts }: StageResult): string[] {
  return counts.failures.map(name => `FAILED in ${stage.name}: ${name}`);
}

/** The table of stages, what failed by name and, as its last line, the sum. */
export function summarize(results: readonly StageResult[]): string {
  const { passed, failed, skipped } = sumOf(results);
  return [
    ...results.map(lineOf),
    ...results.flatMap(failuresOf),
    ...(skipped ? [`${skipped} skipped`] : []),
    `${passed} passed, ${failed} failed`,
  ].join('\n');
}
