import {
  applicationFleet,
  degradedProduction,
  newestStaging,
} from '../__testUtils__/applications';
import { valuePart } from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { ApplicationCard } from './ApplicationCard';
import type { ApplicationCardProps } from './ApplicationCard';
import { EnvironmentCard } from './EnvironmentCard';
import { environmentTitle } from './environmentTitle';

type CardStory = Story<ApplicationCardProps>;

const children: ApplicationCardProps['children'] = summary => (
  <EnvironmentCard
    title={environmentTitle(summary)}
    href={`/catalog/default/resource/${summary.name}/environment`}
    part={valuePart(
      summary.tier === 'production' ? degradedProduction : newestStaging,
      'Kubernetes',
    )}
  />
);

export default {
  title: 'Overview/ApplicationCard',
  component: ApplicationCard,
};

export const Content: CardStory = {
  args: { part: valuePart(applicationFleet, 'The portal'), children },
};
export const One: CardStory = {
  args: {
    part: valuePart(applicationFleet.slice(-1), 'The portal'),
    children,
  },
};
export const Stale: CardStory = {
  args: { part: stalePart(applicationFleet), children },
};
export const Loading: CardStory = { args: { part: noValue.Loading, children } };
export const Error: CardStory = {
  args: { part: noValue.Error, onRetry: () => {}, children },
};
export const Forbidden: CardStory = {
  args: { part: noValue.Forbidden, children },
};
export const Absent: CardStory = { args: { part: noValue.Absent, children } };
