import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import {
  blockersUpTo,
  lastFieldOf,
  toFieldNotes,
  toFormFindings,
} from './toFormFindings';

const finding = (
  severity: Finding['severity'],
  ...fields: string[]
): Finding => ({
  rule: fields.join(),
  severity,
  headline: `${severity} ${fields.join()}`,
  cause: 'must be so',
  nextSteps: [],
  fields,
});
const connections = finding('blocker', 'backendMax', 'databaseClass');
const nat = finding('info', 'natMode');
const budget = finding('warning', 'monthlyBudgetUsd');
const named = finding('blocker', 'name');

describe('toFormFindings', () => {
  it('shows first what stops the work, then what this step asks for', () => {
    const shown = toFormFindings([nat, budget, named, connections], 'sizes');
    expect(
      shown.map(({ finding: { rule }, elsewhere }) => [rule, elsewhere]),
    ).toEqual([
      ['backendMax,databaseClass', []],
      ['name', ['Application']],
      ['monthlyBudgetUsd', ['Budget']],
      ['natMode', []],
    ]);
  });
});

describe('toFieldNotes', () => {
  it('gives those about one answer, also about a part of it', () => {
    const share = finding('blocker', 'backendResources.limits.cpu');
    expect(toFieldNotes([nat, share], 'backendResources')).toEqual([
      { finding: share },
    ]);
    expect(toFieldNotes([nat, share], 'backend')).toEqual([]);
  });

  it('says a blocker in full once in each step, and points there from the others', () => {
    const pool = finding('blocker', 'backendMax', 'workers', 'databaseClass');
    const noteAt = (field: string) => toFieldNotes([pool], field);
    expect(noteAt('backendMax')).toEqual([{ finding: pool }]);
    expect(noteAt('workers')).toEqual([{ finding: pool, see: 'backendMax' }]);
    expect(noteAt('databaseClass')).toEqual([{ finding: pool }]);
  });

  it('says what does not stop the work only once', () => {
    const dear = finding('warning', 'monthlyBudgetUsd', 'natMode');
    expect(toFieldNotes([dear], 'natMode')).toEqual([]);
    expect(toFieldNotes([dear], 'monthlyBudgetUsd')).toEqual([
      { finding: dear },
    ]);
  });
});

describe('blockersUpTo', () => {
  it.each([
    ['placement', ['name']],
    ['sizes', ['name']],
    ['runtime', ['name', 'backendMax,databaseClass']],
    ['budget', ['name', 'backendMax,databaseClass']],
  ] as const)('at %s refuses for %j', (step, rules) => {
    const blockers = blockersUpTo([named, nat, budget, connections], step);
    expect(blockers.map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('lastFieldOf', () => {
  it('gives the answer that was asked for last', () => {
    const contact = finding('blocker', 'tier', 'slackChannel', 'alertEmail');
    expect([connections, named, contact].map(lastFieldOf)).toEqual([
      'backendMax',
      'name',
      'slackChannel',
    ]);
  });
});
