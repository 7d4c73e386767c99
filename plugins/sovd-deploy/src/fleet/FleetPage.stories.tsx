import { fleet } from '../__testUtils__/fleet';
import { valuePart } from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { FleetPage } from './FleetPage';
import type { FleetPageProps } from './FleetPage';
import { toFleetPart } from './toFleetPart';

type FleetStory = Story<FleetPageProps>;

const hrefOf = ({ name }: { name: string }) =>
  `/catalog/default/resource/${name}/environment`;

export default { title: 'Fleet/FleetPage', component: FleetPage };

export const Content: FleetStory = {
  args: { hrefOf, part: valuePart(fleet, 'The portal') },
};
export const Stale: FleetStory = { args: { hrefOf, part: stalePart(fleet) } };
export const Loading: FleetStory = { args: { hrefOf, part: noValue.Loading } };
export const Error: FleetStory = {
  args: { hrefOf, part: noValue.Error, onRetry: () => {} },
};
export const Forbidden: FleetStory = {
  args: { hrefOf, part: noValue.Forbidden },
};
export const Absent: FleetStory = {
  args: {
    hrefOf,
    part: toFleetPart(
      {
        state: 'value',
        value: { items: [], channel: 'fleet' },
        seenAt: new Date().toISOString(),
      },
      '/create',
    ),
  },
};
