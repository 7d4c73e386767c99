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

interface Overview {
  channel: string;
  rollout: { state: string; value?: { phase: string } };
}

/** From a change in the cluster until a page that hears the signal has fetched the new state. */
export const freshness: Figure = {
  name: 'freshness',
  rows,
  async measure(bench) {
    const name = await bench.environment();
    const client = await bench.portal();
    const cluster = await bench.cluster();
    const page = `/api/sovd-deploy/v1/environments/default/${name}`;
    const deployment = `/apis/apps/v1/namespaces/${name}/deployments/backend-deployment`;
    const look = async () => (await client.get<Overview>(page)).body;
    const { channel } = await look();

    let shown: string | undefined;
    const signals = await SignalClient.open(client.url, client.token);
    signals.subscribe(channel, async () => {
      await delay(Math.random() * JITTER);
      shown = (await look()).rollout.value?.phase;
    });
    const times: number[] = [];
    for (let change = 0; change < CHANGES; change += 1) {
      const paused = change % 2 === 0;
      const began = performance.now();
      await cluster.patch(deployment, { spec: { paused } });
      await until(
        'The change on the page',
        async () => (shown === 'paused') === paused && shown !== undefined,
        { seconds: 60, every: 5 },
      );
      times.push(performance.now() - began);
      // the last signals of one change are not those of the next
      await delay(1_000 + Math.random() * 1_000);
    }
    signals.close();
    const p95 = percentile(times, 0.95);
    return [
      {
        figure: rows[0],
        goal: 'p95 ≤ 2 s',
        measured: `p95 ${inTime(p95)}, median ${inTime(
          median(times),
        )}, ${CHANGES} changes`,
        against:
          '@backstage/plugin-kubernetes: asks every 10 s, so 5 s in the middle',
        verdict: verdictOf(p95 <= GOAL, 'signal and fetch took longer'),
      },
    ];
  },
};
