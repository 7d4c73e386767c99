import type { Story } from '../__testUtils__/Story';
import type { PlanningPageProps } from './PlanningPageProps';
import { RestartPage } from './RestartPage';

type RestartStory = Story<PlanningPageProps>;

const page = {
  name: 'diagnostics-staging',
  back: { label: 'Back to the environment', href: '/environment' },
};

export default { title: 'Plans/RestartPage', component: RestartPage };

export const Loading: RestartStory = { args: { ...page, isPlanning: true } };
export const Error: RestartStory = {
  args: {
    ...page,
    planningFailure: 'No plan was made. It gave no answer in time.',
  },
};
export const Forbidden: RestartStory = {
  args: {
    ...page,
    barrier:
      'You need the permission sovd.change.plan. workshop, the owner, can give it.',
  },
};
