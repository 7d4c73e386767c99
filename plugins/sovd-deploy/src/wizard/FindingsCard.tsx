import { useRef } from 'react';
import { Card, CardBody, Text } from '@backstage/ui';
import type { NextStep } from '@sovd/plugin-sovd-deploy-common';
import { findingsTitle } from './findingsTitle';
import { FormFindingItem } from './FormFindingItem';
import type { FormFinding } from './toFormFindings';
import styles from './wizard.module.css';

export interface FindingsCardProps {
  findings: readonly FormFinding[];
  onRemedy: (remedy: NextStep) => void;
}

/** Where the answers collide, and how to settle it. */
export function FindingsCard({ findings, onRemedy }: FindingsCardProps) {
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
