import { Card, CardBody, Container, Header } from '@backstage/ui';
import type { EnvironmentPage } from '@sovd/plugin-sovd-deploy-common';
import { Freshness } from '../kit/Freshness';
import { PartState } from '../kit/PartState';
import type { ShownPart } from '../kit/ShownPart';
import type { FleetRow } from './fleetRow';
import { FleetTable } from './FleetTable';
import type { FleetTableState } from './FleetTable';
import styles from './fleet.module.css';

export interface FleetPageProps {
  part: ShownPart<EnvironmentPage>;
  table: FleetTableState;
  hrefOf: (row: FleetRow) => string;
  onRetry?: () => void;
}

/** The list of environments, or why there is none. Plugin pages get no `main` of their own. */
export function FleetPage({ part, table, hrefOf, onRetry }: FleetPageProps) {
  return (
    <main>
      <Header title="Environments" />
      <Container>
        <div className={styles.page}>
          {part.state === 'value' ? (
            <>
              {part.staleReason && <Freshness {...part} />}
              <FleetTable
                page={part.value}
                table={table}
                staleReason={part.staleReason}
                hrefOf={hrefOf}
              />
            </>
          ) : (
            <Card aria-busy={part.state === 'loading' || undefined}>
              <CardBody className={styles.state}>
                <PartState part={part} title="environments" onRetry={onRetry} />
              </CardBody>
            </Card>
          )}
        </div>
      </Container>
    </main>
  );
}
