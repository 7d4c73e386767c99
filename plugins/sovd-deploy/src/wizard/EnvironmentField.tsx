import { useCallback, useEffect } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { reserveNetworks } from '@sovd/plugin-sovd-deploy-common';
import type { Target } from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import { PartState } from '../kit/PartState';
import { valueOf } from '../kit/ShownPart';
import type { ShownPart } from '../kit/ShownPart';
import { useLive } from '../kit/useLive';
import type { Application } from './Application';
import { AskingEnvironmentStep } from './AskingEnvironmentStep';
import { fillInAnswers, isFilledIn } from './fillInAnswers';
import type { FormAnswers } from './FormAnswers';
import { stepNamed } from './steps';
import { toTargetsPart } from './toTargetsPart';
import { useApplication } from './useApplication';

/** Which step of the form this is: `ui:options` of the template. */
export interface EnvironmentFieldOptions {
  step?: string;
}

/** The targets, where the networks of the application's other environments are used. */
function withNetworks(
  part: ShownPart<Target[]>,
  { others = [] }: Application = {},
): ShownPart<Target[]> {
  return part.state === 'value'
    ? { ...part, value: reserveNetworks(part.value, others) }
    : part;
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
  const { part: applicationPart, refresh: refreshApplication } = useApplication(
    formContext?.formData,
  );
  const application = valueOf(applicationPart);
  const part = withNetworks(toTargetsPart(live), application);
  // defaults depend on both: a further environment takes a network that is free
  const targets = application && valueOf(part);

  const given = formData ?? {};
  const answers = fillInAnswers(given, targets ?? []);
  const isPublished = isFilledIn(given, answers);
  useEffect(() => {
    // The form judges and sends only what it was given, so defaults must be values too.
    if (targets && !isPublished) onChange(answers);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [targets, isPublished]);

  if (applicationPart.state !== 'value') {
    return (
      <PartState
        part={applicationPart}
        title="application"
        onRetry={refreshApplication}
      />
    );
  }
  return (
    <AskingEnvironmentStep
      step={stepNamed(uiSchema['ui:options']?.step)}
      application={applicationPart.value}
      answers={answers}
      onAnswers={onChange}
      part={part}
      onRetry={refresh}
    />
  );
}
