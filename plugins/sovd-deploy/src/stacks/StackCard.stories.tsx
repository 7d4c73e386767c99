import type { ComponentProps } from 'react';
import { failedStack, stack, valuePart } from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { StackCard } from './StackCard';

type StackStory = Story<ComponentProps<typeof StackCard>>;

export default { title: 'Stacks/StackCard', component: StackCard };

export const Content: StackStory = {
  args: { part: valuePart(stack, 'CloudFormation', 130) },
};
export const Creating: StackStory = {
  args: {
    part: valuePart(
      {
        ...stack,
        phase: 'creating',
        providerStatus: 'CREATE_IN_PROGRESS',
        resourceCount: 4,
        outputs: {},
      },
      'CloudFormation',
    ),
  },
};
export const Failed: StackStory = {
  args: { part: valuePart(failedStack, 'CloudFormation') },
};
export const Stale: StackStory = { args: { part: stalePart(stack) } };
export const Loading: StackStory = { args: { part: noValue.Loading } };
export const Error: StackStory = {
  args: { part: noValue.Error, onRetry: () => {} },
};
export const Forbidden: StackStory = { args: { part: noValue.Forbidden } };
export const Absent: StackStory = { args: { part: noValue.Absent } };
