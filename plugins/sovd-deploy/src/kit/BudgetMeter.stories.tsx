import type { ComponentProps } from 'react';
import { aboveCost, environmentCost, nearCost } from '../__testUtils__/costs';
import type { Story } from '../__testUtils__/Story';
import { BudgetMeter } from './BudgetMeter';

type MeterStory = Story<ComponentProps<typeof Meter>>;

/** The meter is drawing alone: the figures stand beside it. */
function Meter(cost: ComponentProps<typeof BudgetMeter>) {
  return (
    <div>
      <p>Estimate against budget</p>
      <BudgetMeter {...cost} />
    </div>
  );
}

export default { title: 'Kit/BudgetMeter', component: Meter };

export const Within: MeterStory = { args: environmentCost };
export const Near: MeterStory = { args: nearCost };
export const Above: MeterStory = { args: aboveCost };
