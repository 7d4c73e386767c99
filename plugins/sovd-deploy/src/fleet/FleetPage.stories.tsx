import { fleet, fleetPage, sharedCauses } from '../__testUtils__/fleet';
import { fleetTable } from '../__testUtils__/fleetTable';
import { valuePart } from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { FleetPage } from './FleetPage';
import type { FleetPageProps } from './FleetPage';
import { noFilter } from './fleetRow';
import { toFleetPart } from './toFleetPart';

type FleetStory = Story<FleetPageProps>;

const hrefOf = ({ name }: { name: string }) =>
  `/catalog/default/resource/${name}/environment`;
const page = fleetPage();
const shown = { hrefOf, table: fleetTable(page) };
const badHour = fleetPage(fleet, { sharedCauses });
const nothingMatches = { ...page, items: [], total: 0 };

export default { title: 'Fleet/FleetPage', component: FleetPage };

export const Content: FleetStory = {
  args: { ...shown, part: valuePart(page, 'The portal') },
};
export const SharedCauses: FleetStory = {
  args: {
    hrefOf,
    part: valuePart(badHour, 'The portal'),
    table: fleetTable(badHour),
  },
};
export const EmptyFilter: FleetStory = {
  args: {
    hrefOf,
    part: valuePart(nothingMatches, 'The portal'),
    table: fleetTable(nothingMatches, {
      filter: { ...noFilter, health: 'degraded' },
      search: 'nothing like that',
    }),
  },
};
export const Stale: FleetStory = { args: { ...shown, part: stalePart(page) } };
export const Loading: FleetStory = {
  args: { ...shown, part: noValue.Loading },
};
export const Error: FleetStory = {
  args: { ...shown, part: noValue.Error, onRetry: () => {} },
};
export const Forbidden: FleetStory = {
  args: { ...shown, part: noValue.Forbidden },
};
export const Absent: FleetStory = {
  args: {
    ...shown,
    part: toFleetPart(
      { page: fleetPage([]), seenAt: new Date().toISOString() },
      '/create',
    ),
  },
};
