import { useCallback, useState } from 'react';
import { useEntity } from '@backstage/plugin-catalog-react';
import { valueOf } from '../kit/ShownPart';
import type { ShownPart } from '../kit/ShownPart';
import { environmentTitle } from '../overview/environmentTitle';
import { useApplicationEnvironments } from '../overview/useApplicationEnvironments';
import { useEnvironmentHref } from '../overview/useEnvironmentHref';
import type { ReadOverview } from '../overview/useOverview';
import { AddEnvironment } from '../stamps/AddEnvironment';
import { useTemplate } from '../stamps/useTemplate';
import { Board } from './Board';
import type { BoardEnvironment } from './BoardEnvironment';
import { OverviewReader } from './OverviewReader';
import { promotionOrder } from './promotionOrder';

/** The board of the application that the page's System or Component belongs to. */
export function EntityBoardContent() {
  const { entity } = useEntity();
  const { part, refresh } = useApplicationEnvironments(entity);
  const hrefOf = useEnvironmentHref();
  const [overviews, setOverviews] = useState<Record<string, ReadOverview>>({});
  const onRead = useCallback(
    (entityRef: string, read: ReadOverview) =>
      setOverviews(known => ({ ...known, [entityRef]: read })),
    [],
  );
  const summaries = promotionOrder(valueOf(part) ?? []);
  const template = useTemplate(
    entity,
    summaries.map(({ entityRef }) => entityRef).join(),
  );
  const columns = summaries.map((summary): BoardEnvironment => {
    const read = overviews[summary.entityRef];
    return {
      title: environmentTitle(summary),
      part: read?.part ?? { state: 'loading' },
      href: hrefOf(summary.entityRef),
      onRetry: read?.refresh,
    };
  });
  const board: ShownPart<BoardEnvironment[]> =
    part.state === 'value' ? { ...part, value: columns } : part;
  return (
    <>
      {summaries.map(summary => (
        <OverviewReader
          key={summary.entityRef}
          summary={summary}
          onRead={onRead}
        />
      ))}
      <Board
        part={board}
        actions={
          <AddEnvironment
            part={template.part}
            href={template.forms.addEnvironment}
          />
        }
        onRetry={refresh}
      />
    </>
  );
}
