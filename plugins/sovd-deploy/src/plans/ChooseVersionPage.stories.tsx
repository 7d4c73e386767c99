import { valuePart } from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { runningVersion, versions } from '../__testUtils__/versions';
import { ChooseVersionPage } from './ChooseVersionPage';
import type { ChooseVersionPageProps } from './ChooseVersionPage';
import { toVersionsPart } from './toVersionsPart';

type VersionStory = Story<ChooseVersionPageProps>;

const page = {
  name: 'diagnostics-staging',
  back: { label: 'Back to the environment', href: '/environment' },
  current: 'sha-1f0c2ab',
  changeHref: (id: string) => `/environment/changes/${id}`,
};
const content = valuePart(versions, 'The image registry');

export default {
  title: 'Plans/ChooseVersionPage',
  component: ChooseVersionPage,
};

export const Content: VersionStory = { args: { ...page, part: content } };
export const Planning: VersionStory = {
  args: { ...page, part: content, isPlanning: true },
};
export const NoPlan: VersionStory = {
  args: {
    ...page,
    part: content,
    planningFailure:
      'No plan was made. It answered 503: the repository gave no answer.',
  },
};
export const Waiting: VersionStory = {
  args: {
    ...page,
    part: content,
    barrier:
      'Upgrade, scale and restart wait: change “Upgrade to 2.5.0” is running (mira.lang, 2 min).',
  },
};
export const Many: VersionStory = {
  args: {
    ...page,
    part: valuePart(
      Array.from({ length: 40 }, (_, index) => ({
        ...versions[1],
        tag: `2.${40 - index}.0`,
      })),
      'The image registry',
    ),
  },
};
export const Wanted: VersionStory = {
  args: { ...page, part: content, wanted: '9.9.9' },
};
export const NoneFree: VersionStory = {
  args: {
    ...page,
    part: valuePart([versions[0], runningVersion], 'The image registry'),
  },
};
export const Empty: VersionStory = {
  args: {
    ...page,
    part: toVersionsPart(
      {
        state: 'value',
        value: [runningVersion],
        seenAt: '2026-11-21T14:00:00.000Z',
      },
      {
        askWhom: 'workshop, the owner,',
        repositoryUrl: 'http://localhost:15080/sovd/diagnostics',
      },
    ),
  },
};
export const Stale: VersionStory = {
  args: { ...page, part: stalePart(versions) },
};
export const Loading: VersionStory = {
  args: { ...page, part: noValue.Loading },
};
export const Error: VersionStory = {
  args: { ...page, part: noValue.Error, onRetry: () => {} },
};
export const Forbidden: VersionStory = {
  args: { ...page, part: noValue.Forbidden },
};
