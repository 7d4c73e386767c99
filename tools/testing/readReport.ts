import type { Counts, ReportKind } from './Stage.ts';

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
}

interface PlaywrightReport {
  stats: {
    expected: number;
    unexpected: number;
    flaky: number;
    skipped: number;
  };
}

function readJest(text: string): Counts {
  const report = JSON.parse(text) as JestReport;
  return {
    passed: report.numPassedTests,
    // a suite that can't be loaded has no tests to fail, yet it must count
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests,
  };
}

function readPlaywright(text: string): Counts {
  const { stats } = JSON.parse(text) as PlaywrightReport;
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  };
}

/** Counts the cases of a JUnit report, as Node's test runner and pytest write it. */
function readJunit(text: string): Counts {
  const cases =
    text.match(/<testcase\b[^>]*?(\/>|>[\s\S]*?<\/testcase>)/g) ?? [];
  const failed = cases.filter(one => /<(failure|error)\b/.test(one)).length;
  const skipped = cases.filter(one => /<skipped\b/.test(one)).length;
  return { passed: cases.length - failed - skipped, failed, skipped };
}

const readers: Record<ReportKind, (text: string) => Counts> = {
  jest: readJest,
  junit: readJunit,
  playwright: readPlaywright,
};

/** Counts the tests of a runner's own report. */
export function readReport(kind: ReportKind, text: string): Counts {
  return readers[kind](text);
}
