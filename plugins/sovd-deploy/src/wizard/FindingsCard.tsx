import { useRef } from 'react';
import { Card, CardBody, Text } from '@backstage/ui';
import type { NextStep } from '@sovd/plugin-sovd-deploy-common';
import { findingsTitle } from './findingsTitle';
import { FormFindingItem } from './FormFindingItem';
import type { FormFinding } from './toFormFindings';
import type { PortalFindings } from './usePortalFindings';
import styles from './wizard.module.css';

const portalWords: Record<PortalFindings['state'], string> = {
  waiting:
    'The portal checks name, repository and catalog once there is nothing to fix.',
  asking: 'The portal checks name, repository and catalog …',
  asked: 'The portal was asked about name, repository and catalog.',
};

export interface FindingsCardProps {
  findings: readonly FormFinding[];
  /** Whether the portal was asked too; left out where nobody asks it. */
  portal?: PortalFindings['state'];
  onRemedy: (remedy: NextStep) => void;
}

/** Where the answers collide, and how to settle it. */
export function FindingsCard({
  findings,
  portal,
  onRemedy,
}: FindingsCardProps) {
  const heading = useRef<HTMLDivElement>(null);
  const title = findingsTitle(findings.map(({ finding }) => finding));
  return (
    <Card role="region" aria-label="Findings" className={styles.panelCard}>
      <CardBody className={styles.panelBody}>
        <div
          role="status"
          ref={heading}
          tabIndex={-1}
          className={styles.findingsTitle}
        >
          <Text as="h3" variant="body-medium" weight="bold">
            {title}
          </Text>
        </div>
        {portal && <p className={styles.note}>{portalWords[portal]}</p>}
        {findings.length > 0 && (
          <ul className={styles.findings}>
            {findings.map(formFinding => (
              <FormFindingItem
                key={`${formFinding.finding.rule} ${formFinding.finding.headline}`}
                {...formFinding}
                onRemedy={remedy => {
                  onRemedy(remedy);
                  // The button goes with its finding; whoever pressed it stays here.
                  heading.current?.focus();
                }}
              />
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
