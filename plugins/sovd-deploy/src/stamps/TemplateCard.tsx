import { Link } from '@backstage/ui';
import type { TemplateStatus } from '@sovd/plugin-sovd-deploy-common';
import { listed } from '../kit/counted';
import { templateLook } from '../kit/intent';
import { PartCard } from '../kit/PartCard';
import type { ShownPart } from '../kit/ShownPart';
import { StatusLabel } from '../kit/StatusLabel';
import { DriftList } from './DriftList';
import { OpenProposals } from './OpenProposals';
import { TemplateActions } from './TemplateActions';
import { templateSentence } from './templateSentence';
import { toTemplateStanding } from './toTemplateStanding';
import type { TemplateForms } from './useTemplateForms';
import styles from './stamps.module.css';

export interface TemplateCardProps {
  part: ShownPart<TemplateStatus>;
  forms: TemplateForms;
  onRetry?: () => void;
}

/** What stamped an application's repository, what became of that, and what can be brought into it. */
export function TemplateCard({ part, forms, onRetry }: TemplateCardProps) {
  return (
    <PartCard
      title="Template"
      part={part}
      onRetry={onRetry}
      aside={status => (
        <StatusLabel soft look={templateLook[toTemplateStanding(status)]} />
      )}
    >
      {status => (
        <div className={styles.body}>
          <Version status={status} />
          <OpenProposals proposals={status.proposals} />
          <DriftList files={status.drift} />
          <TemplateActions status={status} forms={forms} />
        </div>
      )}
    </PartCard>
  );
}

function Version({ status }: { status: TemplateStatus }) {
  const { environments, repositoryUrl, breaking, upgradable } = status;
  return (
    <div>
      <p className={styles.version}>{templateSentence(status)}</p>
      {upgradable && breaking && (
        <p className={styles.plain}>
          The new version changes what people rely on. Its pull request says
          what to do by hand: plan time for it.
        </p>
      )}
      <p className={styles.hint}>
        {environments.length > 0
          ? `Made files of ${listed(environments)} in the `
          : 'Made no environment yet in the '}
        <Link href={repositoryUrl} variant="body-small">
          repository
        </Link>
        .
      </p>
    </div>
  );
}
