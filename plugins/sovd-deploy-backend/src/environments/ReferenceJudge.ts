import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Answers, Finding } from '@sovd/plugin-sovd-deploy-common';

/** Judges whether the entities that answers name stand in the catalog. */
export class ReferenceJudge {
  constructor(
    private readonly catalog: Pick<CatalogService, 'getEntitiesByRefs'>,
  ) {}

  /**
   * Looks with the eyes of who asks: an entity that they may not see is as good as none,
   * so that nobody learns of it here.
   *
   * @returns a blocker for each entity that isn't there
   */
  async judge(
    {
      approvers = [],
      owner,
      system,
    }: Pick<Answers, 'owner' | 'system'> & Partial<Pick<Answers, 'approvers'>>,
    credentials: BackstageCredentials,
  ): Promise<Finding[]> {
    const named = [
      { field: 'owner', ref: owner },
      ...(system === undefined ? [] : [{ field: 'system', ref: system }]),
      ...approvers.map(ref => ({ field: 'approvers', ref })),
    ];
    const { items } = await this.catalog.getEntitiesByRefs(
      { entityRefs: named.map(({ ref }) => ref), fields: ['kind'] },
      { credentials },
    );
    return named
      .filter((_, index) => !items[index])
      .map(({ field, ref }) => toFinding(field, ref));
  }
}

function toFinding(field: string, ref: string): Finding {
  return {
    rule: 'entity-missing',
    severity: 'blocker',
    headline: `The catalog has no ${ref}`,
    cause: `${
      field === 'approvers' ? 'Each approver' : `The ${field}`
    } must be in the catalog, and you must be able to see it there.`,
    nextSteps: [
      {
        label:
          field === 'approvers'
            ? 'Name a group or person of the catalog'
            : `Choose the ${field} from the list`,
      },
      { label: `Or register ${ref} in the catalog first` },
    ],
    fields: [field],
  };
}
