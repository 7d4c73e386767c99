import { inTime, median, percentile } from '../report/statistics.ts';
import { verdictOf } from '../report/Row.ts';
import type { Figure } from './Figure.ts';
import { runProduct } from './runProduct.ts';
import {
  discard,
  stamp,
} from '@sovd/templates/tests/StampedRepositoryFixture.ts';

const TIMES = 7;
const GOAL = 1_000;
const rows = ['Stamping a repository'];

/** Our own part, the environment's files, and Backstage's, which lays out the rest. */
export const stamping: Figure = {
  name: 'stamp',
  rows,
  async measure() {
    const own = await runProduct<number[]>('stamp.ts');
    const laidOut: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const began = performance.now();
      const folder = await stamp({ name: 'bench', description: 'Measured' });
      laidOut.push(performance.now() - began);
      await discard(folder);
    }
    const p95 = percentile(own, 0.95);
    return [
      {
        figure: rows[0],
        goal: '≤ 1 s of our own work',
        measured: `${inTime(median(own))} (p95 ${inTime(
          p95,
        )}) for the environment’s files`,
        against: `Backstage’s own \`fetch:template\`, which lays out the rest: ${inTime(
          median(laidOut),
        )}`,
        verdict: verdictOf(p95 <= GOAL, 'it takes longer'),
      },
    ];
  },
};
