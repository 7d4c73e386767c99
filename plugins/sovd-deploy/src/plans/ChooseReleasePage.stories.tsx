import {
  failedUpgrade,
  succeededChange,
  succeededUpgrade,
} from '../__testUtils__/changes';
import { valuePart } from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { ChooseReleasePage } from './ChooseReleasePage';
import type { ChooseReleasePageProps } from './ChooseReleasePage';
import { toReleaseChoices } from './toReleaseChoices';
import { toReleasesPart } from './toReleasesPart';

type ReleaseStory = Story<ChooseReleasePageProps>;

const page = {
  name: 'diagnostics-staging',
  back: { label: 'Back to the environment', href: '/environment' },
  current: '2.6.0',
  changeHref: (id: string) => `/environment/changes/${id}`,
};
const choices = toReleaseChoices(
  [failedUpgrade, succeededUpgrade, { ...succeededChange, revision: 1 }],
  3,
);

export default {
  title: 'Plans/ChooseReleasePage',
  component: ChooseReleasePage,
};

export const Content: ReleaseStory = {
  args: { ...page, part: valuePart(choices, 'Change history') },
};
export const Planning: ReleaseStory = {
  args: {
    ...page,
    part: valuePart(choices, 'Change history'),
    isPlanning: true,
  },
};
export const Empty: ReleaseStory = {
  args: {
    ...page,
    part: toReleasesPart(valuePart([succeededUpgrade], 'Change history'), 2),
  },
};
export const Stale: ReleaseStory = {
  args: { ...page, part: stalePart(choices) },
};
export const Loading: ReleaseStory = {
  args: { ...page, part: noValue.Loading },
};
export const Error: ReleaseStory = {
  args: { ...page, part: noValue.Error, onRetry: () => {} },
};
export const Forbidden: ReleaseStory = {
  args: { ...page, part: noValue.Forbidden },
};
