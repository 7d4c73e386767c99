import type { Story } from '../__testUtils__/Story';
import { ActionBar } from './ActionBar';
import type { ActionBarProps } from './ActionBar';

type ActionStory = Story<ActionBarProps>;

const href = '/catalog/default/resource/diagnostics-staging/environment';

export default { title: 'Overview/ActionBar', component: ActionBar };

export const Content: ActionStory = { args: { href } };
export const Busy: ActionStory = {
  args: {
    href,
    offReason:
      'Upgrade, scale and restart wait: change “Upgrade to 2.5.0” is running (mira.lang, 17 min).',
    runningChangeHref: `${href}/changes/change-6`,
  },
};
export const Forbidden: ActionStory = {
  args: {
    href,
    offReason:
      'You need the permission sovd.change.plan. workshop, the owner, can give it.',
  },
};
