import type { ComponentProps } from 'react';
import {
  aboveCost,
  approximateCost,
  environmentCost,
  nearCost,
} from '../__testUtils__/costs';
import { valuePart } from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { CostCard } from './CostCard';

type CostStory = Story<ComponentProps<typeof CostCard>>;

const source = 'Price book';

export default { title: 'Costs/CostCard', component: CostCard };

export const Content: CostStory = {
  args: { part: valuePart(environmentCost, source) },
};
export const Near: CostStory = { args: { part: valuePart(nearCost, source) } };
export const Above: CostStory = {
  args: { part: valuePart(aboveCost, source) },
};
export const Approximate: CostStory = {
  args: { part: valuePart(approximateCost, source) },
};
export const Stale: CostStory = { args: { part: stalePart(aboveCost) } };
export const Loading: CostStory = { args: { part: noValue.Loading } };
export const Error: CostStory = {
  args: { part: noValue.Error, onRetry: () => {} },
};
export const Forbidden: CostStory = { args: { part: noValue.Forbidden } };
export const Absent: CostStory = {
  args: {
    part: {
      state: 'absent',
      headline: 'No estimate',
      reason: 'The price book has no prices for the region mars-north-1.',
    },
  },
};
