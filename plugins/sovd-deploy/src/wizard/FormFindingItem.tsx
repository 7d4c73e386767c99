import { Button, Link } from '@backstage/ui';
import type { NextStep } from '@sovd/plugin-sovd-deploy-common';
import { listed } from '../kit/counted';
import { severityLook } from '../kit/intent';
import { StatusLabel } from '../kit/StatusLabel';
import { noteOf } from './noteOf';
import type { FormFinding } from './toFormFindings';
import styles from './wizard.module.css';

interface FormFindingItemProps extends FormFinding {
  onRemedy: (remedy: NextStep) => void;
}

/** What, why, in which step; a remedy that fills in answers is a button. */
export function FormFindingItem({
  finding,
  elsewhere,
  onRemedy,
}: FormFindingItemProps) {
  const { severity, cause, nextSteps } = finding;
  return (
    <li className={styles.finding}>
      <StatusLabel look={severityLook[severity]}>{noteOf(finding)}</StatusLabel>
      <p className={styles.cause}>{cause}</p>
      {elsewhere.length > 0 && (
        <p className={styles.elsewhere}>In {listed(elsewhere)}.</p>
      )}
      {nextSteps.length > 0 && (
        <ul className={styles.remedies} aria-label="Remedies">
          {nextSteps.map(step => (
            <li key={step.label}>
              <Remedy step={step} onPress={() => onRemedy(step)} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface RemedyProps {
  step: NextStep;
  onPress: () => void;
}

function Remedy({ step: { href, label, set }, onPress }: RemedyProps) {
  if (set) {
    return (
      <Button variant="secondary" onPress={onPress}>
        {label}
      </Button>
    );
  }
  if (href) {
    return (
      <Link href={href} weight="bold">
        {label}
      </Link>
    );
  }
  return <span className={styles.told}>{label}</span>;
}
