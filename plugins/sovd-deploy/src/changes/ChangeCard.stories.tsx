import type { ComponentProps } from 'react';
import {
  abortedChange,
  failedChange,
  plannedChange,
  releaseLog,
  runningChange,
  waitingChange,
} from '../__testUtils__/changes';
import type { Story } from '../__testUtils__/Story';
import { ChangeCard } from './ChangeCard';

type ChangeStory = Story<ComponentProps<typeof ChangeCard>>;

export default { title: 'Changes/ChangeCard', component: ChangeCard };

export const Running: ChangeStory = {
  args: { change: runningChange, log: releaseLog },
};
export const WaitsForMerge: ChangeStory = {
  args: { change: waitingChange, log: [] },
};
export const Planned: ChangeStory = {
  args: { change: plannedChange, log: [] },
};
export const Failed: ChangeStory = {
  args: {
    change: failedChange,
    log: [
      {
        position: 1,
        at: failedChange.createdAt,
        stage: 'stack',
        text: 'Database CREATE_FAILED: DBInstance quota of 40 is used up',
      },
    ],
  },
};
export const Aborted: ChangeStory = {
  args: { change: abortedChange, log: [] },
};
