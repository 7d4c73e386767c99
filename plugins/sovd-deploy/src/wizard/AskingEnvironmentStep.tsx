import { valueOf } from '../kit/ShownPart';
import { EnvironmentStep } from './EnvironmentStep';
import type { EnvironmentStepProps } from './EnvironmentStep';
import { judgeForm } from './judgeForm';
import { mergeAnswers } from './mergeAnswers';
import { usePortalFindings } from './usePortalFindings';

/** A step whose answers the portal judges too, as soon as the form has nothing to fix. */
export function AskingEnvironmentStep(
  props: Omit<EnvironmentStepProps, 'portal'>,
) {
  const { answers, application, part } = props;
  const targets = valueOf(part);
  const own = targets && judgeForm(application, answers, targets).findings;
  const portal = usePortalFindings(mergeAnswers(application, answers), own);
  return <EnvironmentStep {...props} portal={portal} />;
}
