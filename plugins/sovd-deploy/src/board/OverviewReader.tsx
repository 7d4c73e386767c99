import { useEffect } from 'react';
import type { EnvironmentSummary } from '@sovd/plugin-sovd-deploy-common';
import type { ReadOverview } from '../overview/useOverview';
import { useSummaryOverview } from '../overview/useSummaryOverview';

interface OverviewReaderProps {
  summary: EnvironmentSummary;
  /** Must be stable. */
  onRead: (entityRef: string, read: ReadOverview) => void;
}

/** Keeps one overview fresh for a page that shows several: hooks can't be called in a loop, components can. */
export function OverviewReader({ summary, onRead }: OverviewReaderProps) {
  const { part, refresh } = useSummaryOverview(summary);
  const { entityRef } = summary;
  useEffect(() => {
    onRead(entityRef, { part, refresh });
  }, [entityRef, part, refresh, onRead]);
  return null;
}
