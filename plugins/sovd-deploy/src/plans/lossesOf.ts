import type { Plan } from '@sovd/plugin-sovd-deploy-common';

type Losing = Pick<
  Plan,
  'infrastructure' | 'database' | 'request' | 'wayBack' | 'fromVersion'
>;

/** What is gone for good once the plan was applied; whoever wants that types the environment's name. */
export function lossesOf(plan: Losing): string[] {
  const { infrastructure, database, request, wayBack, fromVersion } = plan;
  const resources = infrastructure.flatMap(({ action, logicalId }) => {
    switch (action) {
      case 'delete':
        return [`${logicalId} is deleted`];
      case 'replace':
        return [`${logicalId} is replaced`];
      case 'maybe-replace':
        return [`${logicalId} may be replaced`];
      default:
        return [];
    }
  });
  const revisions =
    request.kind === 'rollback'
      ? []
      : database.pending
          .filter(({ safety }) => safety === 'irreversible')
          .map(({ id }) => `revision ${id} loses data`);
  const losses = [...resources, ...revisions];
  if (losses.length === 0 && wayBack.verdict === 'impossible') {
    return [`only a restore brings ${fromVersion} back`];
  }
  return losses;
}
