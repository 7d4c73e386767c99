import {
  failedChange,
  releaseLog,
  runningChange,
  succeededChange,
} from '../__testUtils__/changes';
import {
  creatingOverview,
  degradedOverview,
  failedOverview,
  healthyOverview,
  partsMissingOverview,
  valuePart,
} from '../__testUtils__/overviews';
import { noValue, stalePart } from '../__testUtils__/partStates';
import type { Story } from '../__testUtils__/Story';
import { EnvironmentTab } from './EnvironmentTab';
import type { EnvironmentTabProps } from './EnvironmentTab';
import { toStaleOverview } from './toStaleOverview';

type TabStory = Story<EnvironmentTabProps>;

const kubernetesHref =
  '/catalog/default/resource/diagnostics-staging/kubernetes';
const history = valuePart([succeededChange, failedChange], 'Change history');

const actions = {
  href: '/catalog/default/resource/diagnostics-staging/environment',
};
const busy =
  'Upgrade, scale and restart wait: change “Create with sha-1f0c2ab” is running (mira.lang, 2 min).';

export default { title: 'Overview/EnvironmentTab', component: EnvironmentTab };

export const Content: TabStory = {
  args: {
    part: valuePart(healthyOverview, 'Kubernetes'),
    history,
    log: [],
    actions,
    kubernetesHref,
  },
};
export const Creating: TabStory = {
  args: {
    part: valuePart(creatingOverview, 'Kubernetes'),
    history: valuePart([runningChange], 'Change history'),
    log: releaseLog,
    actions: { ...actions, offReason: busy, runningChangeHref: '/changes/1' },
    kubernetesHref,
  },
};
export const CreateFailed: TabStory = {
  args: {
    part: valuePart(failedOverview, 'The portal'),
    history: valuePart([failedChange], 'Change history'),
    log: [],
    actions,
  },
};
export const Degraded: TabStory = {
  args: {
    part: valuePart(degradedOverview, 'Kubernetes'),
    history,
    log: [],
    actions,
    kubernetesHref,
  },
};
export const PartsMissing: TabStory = {
  args: {
    part: valuePart(partsMissingOverview, 'The portal'),
    history: noValue.Loading,
    log: [],
    actions,
    onRetry: () => {},
  },
};
export const Stale: TabStory = {
  args: {
    part: stalePart(
      toStaleOverview(
        healthyOverview,
        'It answered 503: the backend restarts.',
      ),
    ),
    history,
    log: [],
    actions,
  },
};
export const Loading: TabStory = {
  args: { part: noValue.Loading, history: noValue.Loading, log: [], actions },
};
export const Error: TabStory = {
  args: {
    part: noValue.Error,
    history: noValue.Error,
    log: [],
    actions,
    onRetry: () => {},
  },
};
export const Forbidden: TabStory = {
  args: {
    part: noValue.Forbidden,
    history: noValue.Forbidden,
    log: [],
    actions,
  },
};
export const Absent: TabStory = {
  args: { part: noValue.Absent, history: noValue.Absent, log: [], actions },
};
