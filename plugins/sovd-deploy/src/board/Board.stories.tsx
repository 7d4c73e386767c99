import type { EnvironmentOverview } from '@sovd/plugin-sovd-deploy-common';
import {
  degradedProduction,
  newestIntegration,
  newestStaging,
  olderProduction,
} from '../__testUtils__/applications';
import {
  creatingOverview,
  failedOverview,
  partsMissingOverview,
  valuePart,
} from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import type { ShownPart } from '../kit/ShownPart';
import { Board } from './Board';
import type { BoardProps } from './Board';
import type { BoardEnvironment } from './BoardEnvironment';

type BoardStory = Story<BoardProps>;

const seen = (overview: EnvironmentOverview) =>
  valuePart(overview, 'Kubernetes');

type Columns = Record<string, ShownPart<EnvironmentOverview>>;

function boardColumns(columns: Columns): BoardEnvironment[] {
  return Object.entries(columns).map(([title, part]) => ({
    title,
    part,
    href: `/catalog/default/resource/diagnostics-${title.toLowerCase()}/environment`,
    onRetry: () => {},
  }));
}

const boardOf = (columns: Columns) => ({
  part: valuePart(boardColumns(columns), 'The portal'),
});

const staging = { Staging: seen(newestStaging) };

export default { title: 'Board/Board', component: Board };

export const Content: BoardStory = {
  args: boardOf({
    Integration: seen(newestIntegration),
    Staging: seen(newestStaging),
    Production: seen(degradedProduction),
  }),
};
export const One: BoardStory = {
  args: boardOf(staging),
};
export const Two: BoardStory = {
  args: boardOf({
    Staging: seen(newestStaging),
    Production: seen(olderProduction),
  }),
};
export const Four: BoardStory = {
  args: boardOf({
    Integration: seen(newestIntegration),
    Staging: seen(newestStaging),
    Apac: seen(olderProduction),
    Production: seen(degradedProduction),
  }),
};
export const Five: BoardStory = {
  args: boardOf({
    Demo: seen(creatingOverview),
    Integration: seen(newestIntegration),
    Staging: seen(newestStaging),
    Apac: seen(olderProduction),
    Production: seen(olderProduction),
  }),
};
export const ColumnStates: BoardStory = {
  args: boardOf({
    Demo: noValue.Loading,
    Integration: noValue.Error,
    Staging: noValue.Forbidden,
    Production: stalePart(olderProduction),
  }),
};
export const ColumnParts: BoardStory = {
  args: boardOf({
    Integration: seen(creatingOverview),
    Staging: seen(failedOverview),
    Production: seen(partsMissingOverview),
  }),
};
export const Stale: BoardStory = {
  args: {
    part: stalePart(boardColumns(staging)),
  },
};
export const Loading: BoardStory = { args: { part: noValue.Loading } };
export const Error: BoardStory = {
  args: { part: noValue.Error, onRetry: () => {} },
};
export const Forbidden: BoardStory = { args: { part: noValue.Forbidden } };
export const Empty: BoardStory = {
  args: {
    part: {
      state: 'absent',
      headline: 'No environment yet',
      reason: 'diagnostics runs nowhere, or nowhere that you may see.',
      nextStep: { label: 'Create the first environment', href: '/create' },
    },
  },
};
