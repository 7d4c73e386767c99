import type { ComponentProps } from 'react';
import {
  abortedChange,
  failedChange,
  runningChange,
  succeededChange,
} from '../__testUtils__/changes';
import { valuePart } from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { HistoryCard } from './HistoryCard';

type HistoryStory = Story<ComponentProps<typeof HistoryCard>>;

export default { title: 'Changes/HistoryCard', component: HistoryCard };

export const Content: HistoryStory = {
  args: {
    part: valuePart(
      [
        { ...runningChange, id: 'change-3' },
        abortedChange,
        succeededChange,
        failedChange,
      ],
      'Change history',
    ),
  },
};
export const Earlier: HistoryStory = {
  args: {
    part: valuePart([succeededChange], 'Change history'),
    earlier: { isPending: false, onShow: () => {} },
  },
};
export const EarlierPending: HistoryStory = {
  args: {
    part: valuePart([succeededChange], 'Change history'),
    earlier: { isPending: true, onShow: () => {} },
  },
};
export const Stale: HistoryStory = {
  args: { part: stalePart([succeededChange, failedChange]) },
};
export const Loading: HistoryStory = { args: { part: noValue.Loading } };
export const Error: HistoryStory = {
  args: { part: noValue.Error, onRetry: () => {} },
};
export const Forbidden: HistoryStory = { args: { part: noValue.Forbidden } };
export const Absent: HistoryStory = { args: { part: noValue.Absent } };
