import type {
  EnvironmentPage,
  EnvironmentSummary,
  SovdDeployApi,
} from '@sovd/plugin-sovd-deploy-common';

/** All environments and the channel that tells of news about any of them. */
export interface Fleet {
  items: EnvironmentSummary[];
  channel: string;
}

/** Environments asked for at once. */
const PAGE_SIZE = 200;

/**
 * Reads the list page by page. Two pages may show the same environment when one was
 * registered meanwhile: the later page has the newer answer.
 */
export async function readFleet(
  api: Pick<SovdDeployApi, 'listEnvironments'>,
  signal: AbortSignal,
): Promise<Fleet> {
  const items = new Map<string, EnvironmentSummary>();
  let page: EnvironmentPage | undefined;
  do {
    page = await api.listEnvironments(
      { cursor: page?.nextCursor, limit: PAGE_SIZE },
      { signal },
    );
    for (const item of page.items) items.set(item.entityRef, item);
  } while (page.nextCursor);
  return { items: [...items.values()], channel: page.channel };
}
