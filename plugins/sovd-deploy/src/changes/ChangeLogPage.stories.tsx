import { releaseLog } from '../__testUtils__/changes';
import { valuePart } from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { ChangeLogPage } from './ChangeLogPage';
import type { ChangeLogPageProps } from './ChangeLogPage';

type LogStory = Story<ChangeLogPageProps>;

const back = { label: 'Back to the change', href: '/environment/changes/1' };

export default { title: 'Changes/ChangeLogPage', component: ChangeLogPage };

export const Content: LogStory = {
  args: { back, part: valuePart(releaseLog, 'The portal') },
};
export const Stale: LogStory = { args: { back, part: stalePart(releaseLog) } };
export const Loading: LogStory = { args: { back, part: noValue.Loading } };
export const Error: LogStory = {
  args: { back, part: noValue.Error, onRetry: () => {} },
};
export const Forbidden: LogStory = { args: { back, part: noValue.Forbidden } };
export const Empty: LogStory = { args: { back, part: noValue.Absent } };
