import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { isError } from '@backstage/errors';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { reserveNetworks } from '@sovd/plugin-sovd-deploy-common';
import { sovdDeployApiRef } from '../api';
import { toApplication, toApplicationRef } from './Application';
import { askPortal } from './askPortal';
import type { EnvironmentFieldOptions } from './EnvironmentField';
import type { FormAnswers } from './FormAnswers';
import { judgeForm } from './judgeForm';
import { mergeAnswers } from './mergeAnswers';
import { noteOf } from './noteOf';
import { readApplication } from './readApplication';
import { labelOf, stepNamed, stepNames, stepTitleOf } from './steps';
import { blockersUpTo, lastFieldOf } from './toFormFindings';

/**
 * Refuses to go on while something of this or an earlier step is to fix, and says what and
 * where. Before the review the portal is asked too: not sooner, since an answer of a later
 * step may be what it misses. Where it can't be asked, the task will.
 */
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
    const own = blockersUpTo(findings, step);
    const isLast = step === stepNames[stepNames.length - 1];
    const asked =
      isLast && own.length === 0
        ? await askPortal(api, mergeAnswers(application, answers))
        : [];
    for (const finding of [...own, ...blockersUpTo(asked, step)]) {
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
