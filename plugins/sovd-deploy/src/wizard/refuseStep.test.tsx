import type { PropsWithChildren } from 'react';
import { renderHook } from '@testing-library/react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { createFieldValidation } from '@backstage/plugin-scaffolder-react/alpha';
import type { SovdDeployApi } from '@sovd/plugin-sovd-deploy-common';
import {
  applicationAnswers,
  applicationCatalog,
} from '../__testUtils__/existingApplication';
import { fakeApi } from '../__testUtils__/fakeBackend';
import {
  fleetApplication,
  formAnswers,
  virginiaTarget,
} from '../__testUtils__/form';
import { sovdDeployApiRef } from '../api';
import type { FormAnswers } from './FormAnswers';
import { refuseStep } from './refuseStep';
import type { StepName } from './steps';

async function refusals(
  answers: FormAnswers,
  step: StepName,
  listTargets: SovdDeployApi['listTargets'] = async () => [virginiaTarget],
  formData: Record<string, string> = { ...fleetApplication },
  validate: SovdDeployApi['validate'] = applicationAnswers.validate,
) {
  const wrapper = ({ children }: PropsWithChildren) => (
    <TestApiProvider
      apis={[
        [
          sovdDeployApiRef,
          fakeApi({ ...applicationAnswers, listTargets, validate }),
        ],
        [catalogApiRef, applicationCatalog],
      ]}
    >
      {children}
    </TestApiProvider>
  );
  const { result } = renderHook(() => useApiHolder(), { wrapper });
  const field = createFieldValidation();
  await refuseStep(answers, field, {
    apiHolder: result.current,
    formData,
    schema: {},
    uiSchema: { 'ui:options': { step } },
  });
  return field.__errors;
}

describe('refuseStep', () => {
  it('lets pass what has nothing to fix', async () => {
    expect(await refusals(formAnswers(), 'budget')).toEqual([]);
  });

  it('waits until all answers of a blocker were asked for, and says what and where', async () => {
    const answers = formAnswers({ backendMax: 20 });
    expect(await refusals(answers, 'sizes')).toEqual([]);
    expect(await refusals(answers, 'runtime')).toEqual([
      'Runtime, Backend pods at most: 20 pods can use up all database connections',
    ]);
  });

  it('refuses in a later step what was broken in an earlier one', async () => {
    const answers = formAnswers({ environment: 'default' });
    expect(await refusals(answers, 'budget')).toEqual([
      expect.stringMatching(/^Placement, Environment: default is a reserved/),
    ]);
  });

  it("judges a further environment by its application's others", async () => {
    const judge = (application: string, patch = {}) =>
      refusals(formAnswers(patch), 'budget', undefined, { application });
    const ours = 'system:default/diagnostics';
    expect(await judge(ours)).toEqual([
      expect.stringMatching(/^Placement, Environment: diagnostics-staging al/),
      expect.stringMatching(/^Sizes, .*10\.0\.0\.0\/16 overlaps/),
    ]);
    const free = { environment: 'qa', vpcCidr: '10.1.0.0/16' };
    expect(await judge(ours, free)).toEqual([]);
    expect(await judge('system:default/billing', free)).toEqual([
      'Nobody can judge the answers now: system:default/billing is no application. Try again.',
    ]);
  });

  describe('before the review', () => {
    const ask = (
      validate: SovdDeployApi['validate'],
      step: StepName = 'budget',
      patch = {},
    ) => refusals(formAnswers(patch), step, undefined, undefined, validate);
    const taken = jest.fn(async () => ({
      findings: [
        {
          rule: 'name-taken',
          severity: 'blocker' as const,
          headline: 'fleet-staging already exists',
          cause: 'It belongs to others.',
          nextSteps: [],
          fields: ['name', 'environment'],
        },
      ],
    }));

    it('asks the portal for all that the form cannot know', async () => {
      expect(await ask(taken)).toEqual([
        'Placement, Environment: fleet-staging already exists',
      ]);
      expect(taken).toHaveBeenCalledWith(
        expect.objectContaining({ name: 'fleet', environment: 'staging' }),
        expect.anything(),
      );
    });

    it('asks neither sooner nor about answers that are wrong by themselves', async () => {
      taken.mockClear();
      expect(await ask(taken, 'runtime')).toEqual([]);
      expect(await ask(taken, 'budget', { backendMax: 20 })).toHaveLength(1);
      expect(taken).not.toHaveBeenCalled();
    });

    it('refuses whom the portal refuses', async () => {
      const refuse = () => Promise.reject(new NotAllowedError('No'));
      expect(await ask(refuse)).toEqual([
        'Placement, Tier: You may not create environments',
      ]);
    });

    it('lets pass where the portal can not be asked', async () => {
      const gone = () => Promise.reject(new TypeError('Failed to fetch'));
      expect(await ask(gone)).toEqual([]);
    });
  });

  it('refuses when nobody can judge', async () => {
    const gone = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await refusals(formAnswers(), 'engine', gone)).toEqual([
      'Nobody can judge the answers now: Failed to fetch. Try again.',
    ]);
  });
});
