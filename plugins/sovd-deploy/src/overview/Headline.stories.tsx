import type { ComponentProps } from 'react';
import {
  creatingOverview,
  degradedOverview,
  failedOverview,
  healthyOverview,
} from '../__testUtils__/overviews';
import type { Story } from '../__testUtils__/Story';
import { Headline } from './Headline';
import { toStaleOverview } from './toStaleOverview';

type HeadlineStory = Story<ComponentProps<typeof Headline>>;

export default { title: 'Overview/Headline', component: Headline };

export const Healthy: HeadlineStory = { args: { overview: healthyOverview } };
export const Creating: HeadlineStory = { args: { overview: creatingOverview } };
export const CreateFailed: HeadlineStory = {
  args: { overview: failedOverview },
};
export const Degraded: HeadlineStory = { args: { overview: degradedOverview } };
export const Stale: HeadlineStory = {
  args: {
    overview: toStaleOverview(healthyOverview, 'It answered 503.'),
  },
};
