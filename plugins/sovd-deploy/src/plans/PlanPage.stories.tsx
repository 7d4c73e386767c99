import { valuePart } from '../__testUtils__/overviews';
import { ago } from '../__testUtils__/moments';
import { noValue } from '../__testUtils__/partStates';
import {
  blockedPlan,
  idlePlan,
  losingPlan,
  restartPlan,
  rollbackPlan,
  scalePlan,
  upgradePlan,
} from '../__testUtils__/plans';
import type { Story } from '../__testUtils__/Story';
import { PlanPage } from './PlanPage';
import type { PlanPageProps } from './PlanPage';
import { expired } from './toRefusal';

type PlanStory = Story<PlanPageProps>;

const back = { label: 'Choose another version', href: '/upgrade' };
const planOf = (plan: typeof upgradePlan) => valuePart(plan, 'The portal');

export default { title: 'Plans/PlanPage', component: PlanPage };

export const Content: PlanStory = {
  args: { back, part: planOf(upgradePlan) },
};
export const Losing: PlanStory = { args: { back, part: planOf(losingPlan) } };
export const Blocked: PlanStory = { args: { back, part: planOf(blockedPlan) } };
export const NothingToDo: PlanStory = {
  args: { back, part: planOf(idlePlan) },
};
export const Rollback: PlanStory = {
  args: { back, part: planOf(rollbackPlan) },
};
export const Scale: PlanStory = { args: { back, part: planOf(scalePlan) } };
export const Restart: PlanStory = { args: { back, part: planOf(restartPlan) } };
export const Applying: PlanStory = {
  args: { back, part: planOf(upgradePlan), isApplying: true },
};
export const Waiting: PlanStory = {
  args: {
    back,
    part: planOf(upgradePlan),
    barrier:
      'Upgrade, scale and restart wait: change “Upgrade to 2.5.0” is running (mira.lang, 2 min).',
  },
};
export const Moved: PlanStory = {
  args: {
    back,
    part: planOf(upgradePlan),
    refusal: {
      headline: 'Something changed since this plan',
      text: 'values: config.logLevel. Nothing was done.',
      anew: true,
    },
  },
};
export const Expired: PlanStory = {
  args: {
    back,
    part: planOf({ ...upgradePlan, expiresAt: ago(5) }),
    refusal: expired,
    planningFailure: 'No plan was made. It gave no answer in time.',
  },
};
export const NotApplied: PlanStory = {
  args: {
    back,
    part: planOf(upgradePlan),
    refusal: {
      headline: "The plan couldn't be applied",
      text: 'It answered 503: the backend restarts.',
      anew: false,
    },
  },
};
export const Loading: PlanStory = { args: { back, part: noValue.Loading } };
export const Error: PlanStory = {
  args: { back, part: noValue.Error, onRetry: () => {} },
};
export const Forbidden: PlanStory = {
  args: {
    back,
    part: {
      state: 'forbidden',
      permission: 'sovd.change.plan',
      askWhom: 'workshop, the owner,',
    },
  },
};
export const Gone: PlanStory = { args: { back, part: noValue.Absent } };
