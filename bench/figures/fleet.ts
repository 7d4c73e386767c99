import { growFleet } from '../cluster/growFleet.ts';
import { backendMemory } from '../portal/backendMemory.ts';
import { EmptyBackend } from '../portal/EmptyBackend.ts';
import type { PortalClient } from '../portal/PortalClient.ts';
import { registerFleet } from '../portal/registerFleet.ts';
import { until } from '../portal/until.ts';
import {
  inBytes,
  inShort,
  inTime,
  median,
  percentile,
} from '../report/statistics.ts';
import type { Row } from '../report/Row.ts';
import { verdictOf } from '../report/Row.ts';
import type { Figure } from './Figure.ts';

const VIEWS = 50;
const GOAL = { ratio: 1.5, bytes: 200_000, megabytes: 150 };
const list = '/api/sovd-deploy/v1/environments';
const rows = [
  'List of environments: server time',
  'List of environments: payload',
  'Memory above an empty backend',
];

/** How many environments there are one after the other: `BENCH_FLEET=10,200` for less. */
function sizes(): number[] {
  const text = process.env.BENCH_FLEET ?? '10,200,1000';
  return text.split(',').map(Number);
}

interface Page {
  total: number;
  counts: Record<string, number>;
}

/** What was measured with so many environments. */
interface Found {
  size: number;
  /** Of each view, in milliseconds. */
  times: number[];
  /** Of the largest page that one may ask for. */
  bytes: number;
  memory: Awaited<ReturnType<typeof backendMemory>>;
}

/** What the list costs when there are few and when there are many. */
export const fleet: Figure = {
  name: 'fleet',
  rows,
  async measure(bench) {
    const client = await bench.portal();
    const cluster = await bench.cluster();
    const there = (await client.get<Page>(list)).body.total;
    const empty = new EmptyBackend(bench.settings);
    const found: Found[] = [];
    let made = 0;
    for (const size of sizes()) {
      await registerFleet(client, bench.settings, made, size - there);
      await growFleet(cluster, made, size - there);
      made = size - there;
      await settled(client, size);
      const memory = await backendMemory(bench.inspectorPort);
      found.push({ size, memory, ...(await viewList(client)) });
    }
    await empty.start();
    try {
      return [...toRows(found), await memoryRow(empty, found)];
    } finally {
      await empty.stop();
    }
  },
};

/** Waits until every row is known and nothing is read for the first time any more. */
async function settled(client: PortalClient, size: number): Promise<void> {
  let before = '';
  await until(
    `A quiet list of ${size}`,
    async () => {
      const { body } = await client.get<Page>(list);
      const now = JSON.stringify(body.counts);
      const same = body.total === size && now === before;
      before = now;
      return same;
    },
    { seconds: 600, every: 10_000 },
  );
}

/** The first page as people open it, and the largest that one may ask for. */
async function viewList(client: PortalClient) {
  const times: number[] = [];
  for (let view = -5; view < VIEWS; view += 1) {
    const { milliseconds } = await client.get(`${list}?limit=20`);
    if (view >= 0) times.push(milliseconds);
  }
  const { bytes } = await client.get(`${list}?limit=200`);
  return { times, bytes };
}

function toRows(found: Found[]) {
  const few = found[0];
  const many = found[found.length - 1];
  const ratio = median(many.times) / median(few.times);
  const largest = Math.max(...found.map(({ bytes }) => bytes));
  const words = found.map(
    ({ size, times }) =>
      `${size}: ${inTime(median(times))} (p95 ${inTime(
        percentile(times, 0.95),
      )})`,
  );
  return [
    {
      figure: rows[0],
      goal: 'page of 1,000 ≤ 1.5 × page of 10',
      measured: words.join('; '),
      against: `the page of ${few.size}; ratio ${inShort(ratio)} at ${
        many.size
      }`,
      verdict: verdictOf(
        ratio <= GOAL.ratio,
        'counting and ordering all rows shows beside the small page',
      ),
    },
    {
      figure: rows[1],
      goal: '≤ 200 kB',
      measured: `${inBytes(largest)} for ${Math.min(
        200,
        many.size,
      )} rows; one may ask for 200`,
      against: 'nothing',
      verdict: verdictOf(largest <= GOAL.bytes, 'rows are larger'),
    },
  ];
}

async function memoryRow(empty: EmptyBackend, found: Found[]): Promise<Row> {
  const theirs = await backendMemory(empty.inspectorPort);
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  const words = found.map(
    ({ size, memory }) =>
      `${size}: ${megabytes(memory.rss - theirs.rss)} (heap ${megabytes(
        memory.heapUsed - theirs.heapUsed,
      )})`,
  );
  const { memory: ours } = found[found.length - 1];
  const above = ours.rss - theirs.rss;
  return {
    figure: rows[2],
    goal: '≤ 150 MB with 1,000 watched',
    measured: `RSS above it, by environments watched: ${words.join('; ')}`,
    against: `the same backend without our plugins: ${megabytes(
      theirs.rss,
    )}; with them ${megabytes(ours.rss)}; both after garbage collection`,
    verdict: verdictOf(
      above <= GOAL.megabytes * 1e6,
      'RSS keeps what the busy time needed once; the heap is what is in use',
    ),
  };
}
