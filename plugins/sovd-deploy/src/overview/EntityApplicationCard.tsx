import { useEntity } from '@backstage/plugin-catalog-react';
import type { EnvironmentSummary } from '@sovd/plugin-sovd-deploy-common';
import { ApplicationCard } from './ApplicationCard';
import { EnvironmentCard } from './EnvironmentCard';
import { environmentTitle } from './environmentTitle';
import { useApplicationEnvironments } from './useApplicationEnvironments';
import { useEnvironmentHref } from './useEnvironmentHref';
import { useSummaryOverview } from './useSummaryOverview';

/** The environments of the System or Component that the page is about. */
export function EntityApplicationCard() {
  const { entity } = useEntity();
  const { part, refresh } = useApplicationEnvironments(entity);
  return (
    <ApplicationCard part={part} onRetry={refresh}>
      {summary => <SummaryCard summary={summary} />}
    </ApplicationCard>
  );
}

function SummaryCard({ summary }: { summary: EnvironmentSummary }) {
  const { part, refresh } = useSummaryOverview(summary);
  const hrefOf = useEnvironmentHref();
  return (
    <EnvironmentCard
      title={environmentTitle(summary)}
      part={part}
      href={hrefOf(summary.entityRef)}
      onRetry={refresh}
    />
  );
}
