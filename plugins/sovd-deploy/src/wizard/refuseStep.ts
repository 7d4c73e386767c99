import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { isError } from '@backstage/errors';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { reserveNetworks } from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import { toApplication, toApplicationRef } from './Application';
import type { EnvironmentFieldOptions } from './EnvironmentField';
import type { FormAnswers } from './FormAnswers';
import { judgeForm } from './judgeForm';
import { noteOf } from './noteOf';
import { readApplication } from './readApplication';
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
    const catalog = apiHolder.get(catalogApiRef);
    const ref = toApplicationRef(formData);
    const application =
      ref && catalog
        ? await readApplication({ api, catalog }, ref)
        : toApplication(formData);
    const { findings } = judgeForm(
      application,
      answers,
      reserveNetworks(targets, application.others ?? []),
    );
    const step = stepNamed(uiSchema?.['ui:options']?.step);
    for (const finding of blockersUpTo(findings, step)) {
      const last = lastFieldOf(finding) ?? '';
      field.addError(
        `${stepTitleOf(last)}, ${labelOf(last)}: ${noteOf(finding)}`,
      );
    }
  } catch (error) {
    field.addError(
      `Nobody can judge the answers now: ${
        isError(error) ? error.message : 'it failed'
      }. Try again.`,
    );
  }
};
