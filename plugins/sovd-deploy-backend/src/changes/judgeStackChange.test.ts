import type { ResourceChange, Stack } from '@sovd/plugin-sovd-deploy-common';
import { judgeResources, judgeStackState } from './judgeStackChange';

const stack: Stack = {
  engine: 'cloudformation',
  name: 'fleet-staging',
  phase: 'ready',
  providerStatus: 'UPDATE_COMPLETE',
  region: 'us-east-1',
  accountId: '123456789012',
  resourceCount: 3,
  outputs: {},
};
const place = { stackName: 'fleet-staging' };

describe('judgeStackState', () => {
  it('has nothing to say of a stack that is ready', () => {
    expect(judgeStackState(place, stack)).toEqual([]);
  });

  it.each<[Partial<Stack> | undefined, string, RegExp]>([
    [
      { phase: 'updating', providerStatus: 'UPDATE_IN_PROGRESS' },
      'Stack fleet-staging is UPDATE_IN_PROGRESS',
      /^Wait/,
    ],
    [
      { phase: 'rolling-back', providerStatus: 'UPDATE_ROLLBACK_IN_PROGRESS' },
      'Stack fleet-staging is UPDATE_ROLLBACK_IN_PROGRESS',
      /^Wait/,
    ],
    [
      { phase: 'failed', providerStatus: 'UPDATE_ROLLBACK_FAILED' },
      'Stack fleet-staging is UPDATE_ROLLBACK_FAILED',
      /^Bring/,
    ],
    [undefined, 'Stack fleet-staging is not there', /^Bring/],
  ])('blocks what needs it while it is %j', (change, headline, step) => {
    const found = change && { ...stack, ...change };
    expect(judgeStackState(place, found)).toMatchObject([
      {
        rule: 'stack-not-ready',
        severity: 'blocker',
        headline,
        nextSteps: [{ label: expect.stringMatching(step) }],
      },
    ]);
  });
});

describe('judgeResources', () => {
  const change = (action: ResourceChange['action']): ResourceChange => ({
    logicalId: 'Database',
    type: 'AWS::RDS::DBInstance',
    action,
    properties: [{ path: 'Engine', from: 'a', to: 'b' }],
  });

  it.each<[ResourceChange['action'], string]>([
    ['delete', 'Database is deleted'],
    ['replace', 'Database is replaced'],
    ['maybe-replace', 'Database may be replaced'],
  ])('warns of %s', (action, headline) => {
    expect(judgeResources([change(action)])).toMatchObject([
      { severity: 'warning', headline },
    ]);
  });

  it('names the property that asks for a new one', () => {
    const [{ cause }] = judgeResources([change('replace')]);
    expect(cause).toContain("Engine of AWS::RDS::DBInstance can't be changed");
  });

  it('has nothing to say of what is added or changed in place', () => {
    expect(judgeResources([change('add'), change('change')])).toEqual([]);
  });
});
