import { useCallback, useEffect, useRef, useState } from 'react';
import { getCompoundEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Change,
  ChangePage,
  EnvironmentOverview,
  PageRequest,
} from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import type { ShownPart } from '../kit/ShownPart';
import { useLive } from '../kit/useLive';
import { toHistoryPart } from './toHistoryPart';
import { useRefreshOn } from '../kit/useRefreshOn';

/** The changes before those that are shown. */
export interface EarlierChanges {
  isPending: boolean;
  onShow: () => void;
}

interface ReadPages extends ChangePage {
  count: number;
}

/** Reads pages one after another, so that what is new on the first leaves no gap behind it. */
async function readPages(
  count: number,
  read: (page: PageRequest | undefined) => Promise<ChangePage>,
): Promise<ReadPages> {
  const first = await read(undefined);
  const items = [...first.items];
  let cursor = first.nextCursor;
  for (let page = 1; page < count && cursor; page++) {
    const next: ChangePage = await read({ cursor });
    items.push(...next.items);
    cursor = next.nextCursor;
  }
  return { items, nextCursor: cursor, count };
}

/**
 * The changes of an environment; read again when its latest change is another one or moved on.
 *
 * @param overview - left out until it was read: what it says first is as new as the history,
 *   while a first change that comes later is news
 */
export function useHistory(
  entity: Entity,
  overview: Pick<EnvironmentOverview, 'change'> | undefined,
): {
  part: ShownPart<Change[]>;
  /** Left out where there are none. */
  earlier?: EarlierChanges;
  refresh: () => void;
} {
  const api = useApi(sovdDeployApiRef);
  const { namespace, name } = getCompoundEntityRef(entity);
  const wanted = useRef(1);
  const [isPending, setPending] = useState(false);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const count = wanted.current;
      try {
        return await readPages(count, page =>
          api.listChanges({ namespace, name }, page, { signal }),
        );
      } finally {
        if (count === wanted.current) setPending(false);
      }
    },
    [api, namespace, name],
  );
  useEffect(() => {
    wanted.current = 1;
    setPending(false);
  }, [load]);
  const { live, refresh } = useLive(load);

  const latest = overview?.change;
  const version = latest ? `${latest.id} ${latest.phase}` : 'no change';
  useRefreshOn(overview && version, refresh);

  const shown = live.state === 'value' ? live.value : undefined;
  const onShow = () => {
    wanted.current = (shown?.count ?? 0) + 1;
    setPending(true);
    refresh();
  };
  return {
    part: toHistoryPart(live),
    ...(shown?.nextCursor && { earlier: { isPending, onShow } }),
    refresh,
  };
}
