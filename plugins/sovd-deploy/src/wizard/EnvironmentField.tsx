import { useCallback, useEffect } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { sovdDeployApiRef } from '../api';
import { valueOf } from '../kit/ShownPart';
import { useLive } from '../kit/useLive';
import { toApplication } from './Application';
import { EnvironmentStep } from './EnvironmentStep';
import { fillInAnswers, isFilledIn } from './fillInAnswers';
import type { FormAnswers } from './FormAnswers';
import { stepNamed } from './steps';
import { toTargetsPart } from './toTargetsPart';

/** Which step of the form this is: `ui:options` of the template. */
export interface EnvironmentFieldOptions {
  step?: string;
}

/** One step of the form: all steps share the value, so that a remedy can fill in an answer of any step. */
export function EnvironmentField({
  formData,
  onChange,
  formContext,
  uiSchema,
}: FieldExtensionComponentProps<FormAnswers, EnvironmentFieldOptions>) {
  const api = useApi(sovdDeployApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listTargets({ signal }),
    [api],
  );
  const { live, refresh } = useLive(load);
  const part = toTargetsPart(live);
  const targets = valueOf(part);

  const given = formData ?? {};
  const answers = fillInAnswers(given, targets ?? []);
  const isPublished = isFilledIn(given, answers);
  useEffect(() => {
    // The form judges and sends only what it was given, so defaults must be values too.
    if (targets && !isPublished) onChange(answers);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [targets, isPublished]);

  return (
    <EnvironmentStep
      step={stepNamed(uiSchema['ui:options']?.step)}
      application={toApplication(formContext?.formData)}
      answers={answers}
      onAnswers={onChange}
      part={part}
      onRetry={refresh}
    />
  );
}
