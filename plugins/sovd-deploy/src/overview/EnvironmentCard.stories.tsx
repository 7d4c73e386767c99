import type { ComponentProps } from 'react';
import {
  creatingOverview,
  degradedOverview,
  failedOverview,
  healthyOverview,
  partsMissingOverview,
  valuePart,
} from '../__testUtils__/overviews';
import { noValue } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { EnvironmentCard } from './EnvironmentCard';
import { toOverviewPart } from './toOverviewPart';

type CardStory = Story<ComponentProps<typeof EnvironmentCard>>;

const href = '/catalog/default/resource/diagnostics-staging/environment';
const surroundings = { askWhom: 'workshop, the owner,', createHref: '/create' };

export default {
  title: 'Overview/EnvironmentCard',
  component: EnvironmentCard,
};

export const Content: CardStory = {
  args: { href, part: valuePart(healthyOverview, 'Kubernetes') },
};
export const Creating: CardStory = {
  args: { href, part: valuePart(creatingOverview, 'Kubernetes') },
};
export const CreateFailed: CardStory = {
  args: { href, part: valuePart(failedOverview, 'The portal') },
};
export const Degraded: CardStory = {
  args: { href, part: valuePart(degradedOverview, 'Kubernetes') },
};
export const PartsMissing: CardStory = {
  args: { href, part: valuePart(partsMissingOverview, 'The portal') },
};
export const Stale: CardStory = {
  args: {
    href,
    part: toOverviewPart(
      {
        state: 'value',
        value: healthyOverview,
        seenAt: healthyOverview.environment.createdAt,
        staleReason: 'It answered 503: the backend restarts.',
      },
      surroundings,
    ),
  },
};
export const Loading: CardStory = { args: { part: noValue.Loading } };
export const Error: CardStory = {
  args: { part: noValue.Error, onRetry: () => {} },
};
export const Forbidden: CardStory = { args: { part: noValue.Forbidden } };
export const NotManaged: CardStory = {
  args: {
    part: toOverviewPart(
      {
        state: 'failed',
        failure: { kind: 'missing', reason: 'It answered 404.' },
        triedAt: healthyOverview.environment.createdAt,
      },
      surroundings,
    ),
  },
};
