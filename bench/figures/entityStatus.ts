import {
  inBytes,
  inShort,
  inTime,
  median,
  percentile,
} from '../report/statistics.ts';
import { verdictOf } from '../report/Row.ts';
import { until } from '../portal/until.ts';
import type { Figure } from './Figure.ts';

const VIEWS = 50;
const GOAL = 0.1;
const rows = [
  'Status of one entity page: server time',
  'Status of one entity page: bytes',
  'Status of one entity page: Kubernetes calls',
];

interface Side {
  view(): Promise<{ milliseconds: number; bytes: number }>;
  times: number[];
  bytes: number[];
  calls: number;
}

/** What the page asks for, beside what the tab of `@backstage/plugin-kubernetes` asks for. */
export const entityStatus: Figure = {
  name: 'status',
  rows,
  async measure(bench) {
    const name = await bench.environment();
    const client = await bench.portal();
    const entity = await until('The entity in the catalog', () =>
      client
        .get<object>(`/api/catalog/entities/by-name/resource/default/${name}`)
        .then(
          ({ body }) => body,
          () => undefined,
        ),
    );
    const side = (view: Side['view']): Side => ({
      view,
      times: [],
      bytes: [],
      calls: 0,
    });
    const ours = side(() =>
      client.get(`/api/sovd-deploy/v1/environments/default/${name}`),
    );
    const theirs = side(() =>
      client.post(`/api/kubernetes/services/${name}`, { entity, auth: {} }),
    );
    for (let view = -3; view < VIEWS; view += 1) {
      // one after the other, so that both meet the same machine
      for (const it of [ours, theirs]) {
        const mark = await bench.audit.mark();
        const { milliseconds, bytes } = await it.view();
        const calls = await bench.audit.callsSince(mark);
        if (view < 0) continue;
        it.times.push(milliseconds);
        it.bytes.push(bytes);
        it.calls += calls.length;
      }
    }

    const time = median(ours.times) / median(theirs.times);
    const size = median(ours.bytes) / median(theirs.bytes);
    const peer = '@backstage/plugin-kubernetes';
    return [
      {
        figure: rows[0],
        goal: '≤ 1/10 of the peer',
        measured: `${inTime(median(ours.times))} (p95 ${inTime(
          percentile(ours.times, 0.95),
        )})`,
        against: `${peer}: ${inTime(median(theirs.times))} (p95 ${inTime(
          percentile(theirs.times, 0.95),
        )}); ratio ${inShort(time)}`,
        verdict: verdictOf(
          time <= GOAL,
          'what is left is Backstage’s own work for a request (credentials, permission) and the reads of the portal’s database',
        ),
      },
      {
        figure: rows[1],
        goal: '≤ 1/10 of the peer',
        measured: inBytes(median(ours.bytes)),
        against: `${peer}: ${inBytes(median(theirs.bytes))}; ratio ${inShort(
          size,
        )}`,
        verdict: verdictOf(
          size <= GOAL,
          'most of it is not Kubernetes’: answers, stack, cost and the latest change, which the peer has not',
        ),
      },
      {
        figure: rows[2],
        goal: `0 in ${VIEWS} views`,
        measured: `${ours.calls}`,
        against: `${peer}: ${theirs.calls}`,
        verdict: verdictOf(ours.calls === 0, 'a page view asks the cluster'),
      },
    ];
  },
};
