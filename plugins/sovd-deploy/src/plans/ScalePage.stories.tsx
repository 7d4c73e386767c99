import type { Story } from '../__testUtils__/Story';
import { ScalePage } from './ScalePage';
import type { ScalePageProps } from './ScalePage';

type ScaleStory = Story<ScalePageProps>;

const page = {
  name: 'diagnostics-staging',
  back: { label: 'Back to the environment', href: '/environment' },
  current: { backendMin: 3, backendMax: 10 },
};

export default { title: 'Plans/ScalePage', component: ScalePage };

export const Content: ScaleStory = { args: page };
export const Planning: ScaleStory = { args: { ...page, isPlanning: true } };
export const NoPlan: ScaleStory = {
  args: {
    ...page,
    planningFailure: 'No plan was made. It gave no answer in time.',
  },
};
export const Forbidden: ScaleStory = {
  args: {
    ...page,
    barrier:
      'You need the permission sovd.change.plan. workshop, the owner, can give it.',
  },
};
