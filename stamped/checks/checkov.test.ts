import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { runProgram } from '@sovd/sandbox/src/processes/runProgram.ts';
import { parse } from 'yaml';
import { StampedChart } from '../chart/StampedChart.ts';
import { production } from '../repository/matrix.ts';
import { checkTool } from '../tools/checkTool.ts';

/** A rule of checkov that is broken on purpose. */
interface Exception {
  check: string;
  /** What the rule wants. */
  rule: string;
  /** Frameworks in whose files it is broken. */
  in: string[];
  why: string;
}

interface Report {
  check_type: string;
  results: {
    failed_checks: { check_id: string; resource: string; file_path: string }[];
  };
  summary: { passed: number; parsing_errors: number };
}

const frameworks = [
  'cloudformation',
  'terraform',
  'kubernetes',
  'dockerfile',
  'github_actions',
];
const file = path.resolve(import.meta.dirname, '../checkov.yaml');
const exceptions = parse(await readFile(file, 'utf8')) as Exception[];

describe('checkov over everything that production consists of', () => {
  let reports: Report[];
  before(async () => {
    const chart = await StampedChart.of(production);
    try {
      // beside the repository's files, as the cluster gets them
      const rendered = path.join(chart.repository, 'rendered');
      await mkdir(rendered);
      const manifests = await chart.render();
      await Promise.all(
        manifests.map((manifest, index) =>
          writeFile(
            path.join(rendered, `${index}.json`),
            JSON.stringify(manifest),
          ),
        ),
      );
      const text = await runProgram(await checkTool('checkov'), [
        ...['--directory', chart.repository, '--framework', ...frameworks],
        // what is rendered above; values of charts are no manifests
        ...['--skip-path', 'infrastructure/helm'],
        // it asks its maker's server for texts otherwise
        '--skip-download',
        ...['--output', 'json', '--soft-fail', '--quiet', '--compact'],
      ]);
      reports = JSON.parse(text);
    } finally {
      await chart.dispose();
    }
  });

  test('reads all of it, and without an error', () => {
    const found = reports.map(({ check_type: type }) => type);
    const present = frameworks.filter(name => name !== 'github_actions');
    for (const name of present) assert.ok(found.includes(name), name);
    for (const { check_type: type, summary } of reports) {
      assert.equal(summary.parsing_errors, 0, type);
      assert.ok(summary.passed > 0, type);
    }
  });

  test('finds only what is broken on purpose', () => {
    const found = reports.flatMap(({ check_type: type, results }) =>
      results.failed_checks
        .filter(
          ({ check_id: check }) =>
            !exceptions.some(
              one => one.check === check && one.in.includes(type),
            ),
        )
        .map(
          ({ check_id: check, resource, file_path: where }) =>
            `${check} ${resource} ${where}`,
        ),
    );
    assert.deepEqual(found, []);
  });

  test('no exception is stale, and each says why', () => {
    const broken = new Set(
      reports.flatMap(({ check_type: type, results }) =>
        results.failed_checks.map(({ check_id: check }) => `${check} ${type}`),
      ),
    );
    const stale = exceptions.flatMap(({ check, in: types }) =>
      types
        .map(type => `${check} ${type}`)
        .filter(exception => !broken.has(exception)),
    );
    assert.deepEqual(stale, []);
    for (const { check, why } of exceptions) assert.ok(why.length > 20, check);
  });
});
