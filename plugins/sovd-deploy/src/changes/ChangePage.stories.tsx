import {
  abortedUpgrade,
  failedUpgrade,
  plannedChange,
  releaseLog,
  runningUpgrade,
  stoppingUpgrade,
  succeededRollback,
  succeededUpgrade,
} from '../__testUtils__/changes';
import { valuePart } from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { ChangePage } from './ChangePage';
import type { ChangePageProps } from './ChangePage';

type ChangeStory = Story<ChangePageProps>;

const page = {
  log: releaseLog,
  serving: 'sha-1f0c2ab runs as revision 1: 3 of 3 pods ready.',
  back: { label: 'Back to the environment', href: '/environment' },
  logHref: '/environment/changes/change-6/log',
};
const changeOf = (change: typeof runningUpgrade) =>
  valuePart(change, 'The portal');

export default { title: 'Changes/ChangePage', component: ChangePage };

export const Running: ChangeStory = {
  args: { ...page, part: changeOf(runningUpgrade) },
};
export const Planned: ChangeStory = {
  args: { ...page, part: changeOf(plannedChange), log: [] },
};
export const Stopping: ChangeStory = {
  args: { ...page, part: changeOf(stoppingUpgrade) },
};
export const NotStopped: ChangeStory = {
  args: {
    ...page,
    part: changeOf(runningUpgrade),
    stopFailure: 'It runs on. It gave no answer in time.',
  },
};
export const MayNotStop: ChangeStory = {
  args: {
    ...page,
    part: changeOf(runningUpgrade),
    stopBarrier:
      'You need the permission sovd.change.apply. workshop, the owner, can give it.',
  },
};
export const Succeeded: ChangeStory = {
  args: {
    ...page,
    part: changeOf(succeededUpgrade),
    serving: '2.5.0 runs as revision 2: 3 of 3 pods ready.',
    log: [],
  },
};
export const Failed: ChangeStory = {
  args: { ...page, part: changeOf(failedUpgrade) },
};
export const Aborted: ChangeStory = {
  args: { ...page, part: changeOf(abortedUpgrade) },
};
export const Rollback: ChangeStory = {
  args: { ...page, part: changeOf(succeededRollback), log: [] },
};
export const Stale: ChangeStory = {
  args: { ...page, part: stalePart(succeededUpgrade) },
};
export const Loading: ChangeStory = {
  args: { ...page, part: noValue.Loading },
};
export const Error: ChangeStory = {
  args: { ...page, part: noValue.Error, onRetry: () => {} },
};
export const Forbidden: ChangeStory = {
  args: { ...page, part: noValue.Forbidden },
};
export const Missing: ChangeStory = {
  args: {
    ...page,
    part: {
      state: 'absent',
      headline: 'No such change',
      reason: 'This environment has no change of that name.',
    },
  },
};
