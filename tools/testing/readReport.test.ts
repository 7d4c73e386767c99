import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readReport } from './readReport.ts';

it('counts what jest reports, and a suite that could not be loaded as a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    numRuntimeErrorTestSuites: 1,
    testResults: [
      {
        ...{ name: '/a.test.ts', status: 'failed' },
        assertionResults: [
          { fullName: 'a holds', status: 'passed' },
          { fullName: 'a breaks', status: 'failed' },
        ],
      },
      { name: '/b.test.ts', status: 'failed', assertionResults: [] },
    ],
  };
  assert.deepEqual(readReport('jest', JSON.stringify(report)), {
    passed: 3,
    failed: 2,
    skipped: 2,
    failures: ['a breaks', '/b.test.ts'],
  });
});

it('counts the cases of a JUnit report', () => {
  const report = `<testsuites><testsuite name="a">
    <testcase name="one" time="0.1"/>
    <testcase name="two"><failure message="no">at x</failure></testcase>
    <testcase name="three"><error>broken</error></testcase>
    <testcase name="four"><skipped/></testcase>
    <testcase name="five" classname="x"></testcase>
  </testsuite></testsuites>`;
  assert.deepEqual(readReport('junit', report), {
    passed: 2,
    failed: 2,
    skipped: 1,
    failures: ['two', 'three'],
  });
});

it('counts what Playwright reports', () => {
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
    suites: [
      {
        specs: [{ title: 'walks', ok: true }],
        suites: [{ specs: [{ title: 'falls', ok: false }] }],
      },
    ],
  };
  assert.deepEqual(readReport('playwright', JSON.stringify(report)), {
    passed: 5,
    failed: 1,
    skipped: 2,
    failures: ['falls'],
  });
});
