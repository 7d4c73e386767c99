import { setTimeout as delay } from 'node:timers/promises';
import { SignalClient } from '../portal/SignalClient.ts';
import { until } from '../portal/until.ts';
import { inTime, median, percentile } from '../report/statistics.ts';
import { verdictOf } from '../report/Row.ts';
import type { Figure } from './Figure.ts';

const CHANGES = 20;
const GOAL = 2_000;
/** What pages wait at most before they fetch, so that they don't all come at once. */
const JITTER = 150;
const rows = ['Cluster change → page'];

interface Workload {
  desired: number;
  readyOld: number;
  readyNew: number;
}

interface Overview {
  channel: string;
  rollout: { value?: { workloads: Workload[] } };
}

interface Pods {
  items: { metadata: { name: string; deletionTimestamp?: string } }[];
}

/** From the end of a pod until a page that hears the signal has fetched that one is missing. */
export const freshness: Figure = {
  name: 'freshness',
  rows,
  async measure(bench) {
    const name = await bench.environment();
    const client = await bench.portal();
    const cluster = await bench.cluster();
    const page = `/api/sovd-deploy/v1/environments/default/${name}`;
    const look = async () => (await client.get<Overview>(page)).body;
    const pods = `/api/v1/namespaces/${name}/pods`;
    const selector = '?labelSelector=app.kubernetes.io/component=backend';

    const first = await look();
    let missing = missingIn(first);
    const signals = await SignalClient.open(client.url, client.token);
    signals.subscribe(first.channel, async () => {
      await delay(Math.random() * JITTER);
      missing = missingIn(await look());
    });
    const shows = (what: string, some: boolean) =>
      until(what, async () => missing > 0 === some, { seconds: 60, every: 5 });

    const times: number[] = [];
    while (times.length < CHANGES) {
      await shows('The page with all pods', false);
      const { items } = await cluster.get<Pods>(`${pods}${selector}`);
      const [pod] = items.filter(it => !it.metadata.deletionTimestamp);
      const began = performance.now();
      await cluster.remove(`${pods}/${pod.metadata.name}`);
      await shows('The page with a pod missing', true);
      times.push(performance.now() - began);
    }
    signals.close();
    const p95 = percentile(times, 0.95);
    return [
      {
        figure: rows[0],
        goal: 'p95 ≤ 2 s',
        measured: `p95 ${inTime(p95)}, median ${inTime(
          median(times),
        )}, ${CHANGES} pods that ended`,
        against:
          '@backstage/plugin-kubernetes: asks every 10 s, so 5 s in the middle',
        verdict: verdictOf(p95 <= GOAL, 'signal and fetch took longer'),
      },
    ];
  },
};

function missingIn({ rollout }: Overview): number {
  const workloads = rollout.value?.workloads ?? [];
  return workloads.reduce(
    (sum, { desired, readyOld, readyNew }) =>
      sum + Math.max(0, desired - readyOld - readyNew),
    0,
  );
}
