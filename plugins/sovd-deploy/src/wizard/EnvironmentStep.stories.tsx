import {
  fleetApplication,
  formAnswers,
  virginiaTarget,
} from '../__testUtils__/form';
import {
  diagnosticsStaging,
  frankfurtTarget,
} from '../__testUtils__/environments';
import { valuePart } from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { EnvironmentStep } from './EnvironmentStep';
import type { EnvironmentStepProps } from './EnvironmentStep';

type StepStory = Story<EnvironmentStepProps>;

const base: EnvironmentStepProps = {
  step: 'placement',
  application: fleetApplication,
  answers: formAnswers(),
  onAnswers: () => {},
  part: valuePart([virginiaTarget], 'The portal'),
  onRetry: () => {},
};

export default { title: 'Wizard/EnvironmentStep', component: EnvironmentStep };

export const Placement: StepStory = { args: base };
export const Engine: StepStory = { args: { ...base, step: 'engine' } };
export const Sizes: StepStory = { args: { ...base, step: 'sizes' } };
export const Runtime: StepStory = { args: { ...base, step: 'runtime' } };
export const Budget: StepStory = { args: { ...base, step: 'budget' } };
export const Production: StepStory = {
  args: { ...base, answers: formAnswers({ tier: 'production' }) },
};
export const Collision: StepStory = {
  args: {
    ...base,
    step: 'runtime',
    answers: formAnswers({ backendReplicas: 20, backendMax: 20 }),
  },
};
export const AboveTheBudget: StepStory = {
  args: {
    ...base,
    step: 'budget',
    answers: formAnswers({ monthlyBudgetUsd: 200 }),
  },
};
export const UnknownPrice: StepStory = {
  args: {
    ...base,
    step: 'sizes',
    part: valuePart([{ ...virginiaTarget, region: 'moon-1' }], 'The portal'),
  },
};
export const NotReadable: StepStory = {
  args: {
    ...base,
    step: 'sizes',
    answers: formAnswers({ nodesMax: 99, vpcCidr: 'everything' }),
  },
};
export const OneMore: StepStory = {
  args: {
    ...base,
    application: { name: 'diagnostics', others: [diagnosticsStaging.answers] },
  },
};
export const SharedCluster: StepStory = {
  args: {
    ...base,
    step: 'sizes',
    answers: formAnswers({ target: 'frankfurt' }),
    part: valuePart([virginiaTarget, frankfurtTarget], 'The portal'),
  },
};
export const SharedClusterEngine: StepStory = {
  args: { ...SharedCluster.args, step: 'engine' },
};
export const Stale: StepStory = {
  args: { ...base, part: stalePart([virginiaTarget]) },
};
export const Loading: StepStory = { args: { ...base, part: noValue.Loading } };
export const LoadingLater: StepStory = {
  args: { ...base, step: 'sizes', part: noValue.Loading },
};
export const Error: StepStory = {
  args: { ...base, step: 'engine', part: noValue.Error },
};
export const Forbidden: StepStory = {
  args: { ...base, part: noValue.Forbidden },
};
