import type { StackPhase } from '@sovd/plugin-sovd-deploy-common';

/**
 * CloudFormation's status in the contract's words. A stack whose create was rolled
 * back holds nothing and can't be updated, so it counts as failed; one whose update
 * was rolled back is what it was before, so it counts as ready.
 */
export function toStackPhase(status: string | undefined): StackPhase {
  switch (status) {
    case 'CREATE_IN_PROGRESS':
    case 'REVIEW_IN_PROGRESS':
    case 'IMPORT_IN_PROGRESS':
      return 'creating';
    case 'UPDATE_IN_PROGRESS':
    case 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS':
      return 'updating';
    case 'CREATE_COMPLETE':
    case 'UPDATE_COMPLETE':
    case 'UPDATE_ROLLBACK_COMPLETE':
    case 'IMPORT_COMPLETE':
    case 'IMPORT_ROLLBACK_COMPLETE':
      return 'ready';
    case 'ROLLBACK_IN_PROGRESS':
    case 'UPDATE_ROLLBACK_IN_PROGRESS':
    case 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS':
    case 'IMPORT_ROLLBACK_IN_PROGRESS':
      return 'rolling-back';
    case 'DELETE_IN_PROGRESS':
      return 'deleting';
    case undefined:
    case 'DELETE_COMPLETE':
      return 'absent';
    default:
      // CREATE_FAILED, ROLLBACK_COMPLETE, every other …_FAILED, and words not known yet
      return 'failed';
  }
}
