import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { isError } from '@backstage/errors';
import { sovdDeployApiRef } from '../api';
import { toApplication } from './Application';
import type { EnvironmentFieldOptions } from './EnvironmentField';
import type { FormAnswers } from './FormAnswers';
import { judgeForm } from './judgeForm';
import { noteOf } from './noteOf';
import { labelOf, stepNamed, stepTitleOf } from './steps';
import { blockersUpTo, lastFieldOf } from './toFormFindings';

/** Refuses to go on while something of this or an earlier step is to fix, and says what and where. */
export const refuseStep: CustomFieldValidator<
  FormAnswers,
  EnvironmentFieldOptions
> = async (answers, field, { apiHolder, formData, uiSchema }) => {
  const api = apiHolder.get(sovdDeployApiRef);
  if (!api) return;
  try {
    const targets = await api.listTargets();
    const { findings } = judgeForm(toApplication(formData), answers, targets);
    const step = stepNamed(uiSchema?.['ui:options']?.step);
    for (const finding of blockersUpTo(findings, step)) {
      const last = lastFieldOf(finding) ?? '';
      field.addError(
        `${stepTitleOf(last)}, ${labelOf(last)}: ${noteOf(finding)}`,
      );
    }
  } catch (error) {
    field.addError(
      `The list of targets can't be reached, so nobody can judge the answers: ${
        isError(error) ? error.message : 'it failed'
      }. Try again.`,
    );
  }
};
