import {
  formAnswers,
  fleetApplication,
  virginiaTarget,
} from '../__testUtils__/form';
import type { Story } from '../__testUtils__/Story';
import { EstimateCard } from './EstimateCard';
import { mergeAnswers } from './mergeAnswers';
import { priceAnswers } from './priceAnswers';
import type { ShownEstimate } from './ShownEstimate';

type CardStory = Story<{ estimate: ShownEstimate }>;

const priced = (
  patch: Record<string, unknown> = {},
  region = virginiaTarget.region,
): CardStory => ({
  args: {
    estimate: priceAnswers(mergeAnswers(fleetApplication, formAnswers(patch)), {
      ...virginiaTarget,
      region,
    }),
  },
});

export default { title: 'Wizard/EstimateCard', component: EstimateCard };

export const Usual: CardStory = priced();
export const More: CardStory = priced({ databaseClass: 'db.t3.large' });
export const Less: CardStory = priced({ nodesDesired: 2 });
export const Near: CardStory = priced({ monthlyBudgetUsd: 500 });
export const Above: CardStory = priced({ monthlyBudgetUsd: 300 });
export const Approximate: CardStory = priced({}, 'eu-central-1');
export const WithoutBudget: CardStory = priced({ monthlyBudgetUsd: 0 });
export const UnknownRegion: CardStory = priced({}, 'moon-1');
export const NotReadable: CardStory = priced({ nodesDesired: 0 });
export const NoTarget: CardStory = {
  args: { estimate: priceAnswers({}, undefined) },
};
