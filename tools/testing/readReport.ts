import type { Report, ReportKind } from './Stage.ts';

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
  testResults?: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

interface PlaywrightSuite {
  specs?: { title: string; ok: boolean }[];
  suites?: PlaywrightSuite[];
}

interface PlaywrightReport extends PlaywrightSuite {
  stats: {
    expected: number;
    unexpected: number;
    flaky: number;
    skipped: number;
  };
}

function readJest(text: string): Report {
  const report = JSON.parse(text) as JestReport;
  const failures = (report.testResults ?? []).flatMap(
    ({ name, status, assertionResults }) => {
      const tests = assertionResults.filter(one => one.status === 'failed');
      if (tests.length > 0) return tests.map(({ fullName }) => fullName);
      return status === 'failed' ? [name] : [];
    },
  );
  return {
    passed: report.numPassedTests,
    // a suite that can't be loaded has no tests to fail, yet it must count
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests,
    failures,
  };
}

function failedSpecs({ specs = [], suites = [] }: PlaywrightSuite): string[] {
  return [
    ...specs.filter(({ ok }) => !ok).map(({ title }) => title),
    ...suites.flatMap(failedSpecs),
  ];
}

function readPlaywright(text: string): Report {
  const report = JSON.parse(text) as PlaywrightReport;
  const { stats } = report;
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: failedSpecs(report),
  };
}

/** Counts the cases of a JUnit report, as Node's test runner and pytest write it. */
function readJunit(text: string): Report {
  const cases =
    text.match(/<testcase\b[^>]*?(\/>|>[\s\S]*?<\/testcase>)/g) ?? [];
  const failures = cases
    .filter(one => /<(failure|error)\b/.test(one))
    .map(one => /\bname="([^"]*)"/.exec(one)?.[1] ?? 'a test without a name');
  const skipped = cases.filter(one => /<skipped\b/.test(one)).length;
  const failed = failures.length;
  const passed = cases.length - failed - skipped;
  return { passed, failed, skipped, failures };
}

const readers: Record<ReportKind, (text: string) => Report> = {
  jest: readJest,
  junit: readJunit,
  playwright: readPlaywright,
};

/** Counts the tests of a runner's own report, and names those that failed. */
export function readReport(kind: ReportKind, text: string): Report {
  return readers[kind](text);
}
