import type { ComponentProps } from 'react';
import {
  failedRollout,
  rollout,
  runningRollout,
  valuePart,
} from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { RolloutCard } from './RolloutCard';

type RolloutStory = Story<ComponentProps<typeof RolloutCard>>;

export default { title: 'Releases/RolloutCard', component: RolloutCard };

export const Content: RolloutStory = {
  args: {
    part: valuePart(rollout, 'Kubernetes'),
    kubernetesHref: '/catalog/default/resource/diagnostics-staging/kubernetes',
  },
};
export const Running: RolloutStory = {
  args: { part: valuePart(runningRollout, 'Kubernetes') },
};
export const Failed: RolloutStory = {
  args: { part: valuePart(failedRollout, 'Kubernetes') },
};
export const Stale: RolloutStory = { args: { part: stalePart(rollout) } };
export const Loading: RolloutStory = { args: { part: noValue.Loading } };
export const Error: RolloutStory = {
  args: { part: noValue.Error, onRetry: () => {} },
};
export const Forbidden: RolloutStory = { args: { part: noValue.Forbidden } };
export const Absent: RolloutStory = { args: { part: noValue.Absent } };
