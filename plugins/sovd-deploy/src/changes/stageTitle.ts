import type { StageName } from '@sovd/plugin-sovd-deploy-common';

/** Stages of a change as people call them. */
export const stageTitle: Record<StageName, string> = {
  stack: 'Infrastructure',
  bootstrap: 'Namespace and secrets',
  release: 'Database and release',
  verify: 'Verify',
  record: 'Record',
};
