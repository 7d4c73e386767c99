import { StackStatus } from '@aws-sdk/client-cloudformation';
import { toStackPhase } from './toStackPhase';

describe('toStackPhase', () => {
  it.each([
    ['REVIEW_IN_PROGRESS', 'creating'],
    ['CREATE_IN_PROGRESS', 'creating'],
    ['CREATE_COMPLETE', 'ready'],
    ['CREATE_FAILED', 'failed'],
    ['ROLLBACK_IN_PROGRESS', 'rolling-back'],
    ['ROLLBACK_COMPLETE', 'failed'],
    ['ROLLBACK_FAILED', 'failed'],
    ['UPDATE_IN_PROGRESS', 'updating'],
    ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'updating'],
    ['UPDATE_COMPLETE', 'ready'],
    ['UPDATE_FAILED', 'failed'],
    ['UPDATE_ROLLBACK_IN_PROGRESS', 'rolling-back'],
    ['UPDATE_ROLLBACK_COMPLETE', 'ready'],
    ['UPDATE_ROLLBACK_FAILED', 'failed'],
    ['DELETE_IN_PROGRESS', 'deleting'],
    ['DELETE_FAILED', 'failed'],
    ['DELETE_COMPLETE', 'absent'],
  ])('%s is %s', (status, phase) => {
    expect(toStackPhase(status)).toBe(phase);
  });

  it('calls a stack that is not there absent', () => {
    expect(toStackPhase(undefined)).toBe('absent');
  });

  it('calls no status of the SDK that still moves ready or failed', () => {
    const moving = Object.values(StackStatus).filter(status =>
      status.endsWith('_IN_PROGRESS'),
    );
    expect(moving.length).toBeGreaterThan(8);
    expect(moving.map(toStackPhase)).not.toContain('ready');
    expect(moving.map(toStackPhase)).not.toContain('failed');
  });
});
