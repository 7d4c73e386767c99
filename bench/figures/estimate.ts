import { inTime, median, percentile } from '../report/statistics.ts';
import { verdictOf } from '../report/Row.ts';
import type { Figure } from './Figure.ts';
import { runProduct } from './runProduct.ts';

const GOAL = 10;
const rows = ['Estimate and findings at a keystroke'];

/** What the form works out at each keystroke. */
export const estimate: Figure = {
  name: 'estimate',
  rows,
  async measure() {
    const times = await runProduct<number[]>('estimate.ts');
    const p95 = percentile(times, 0.95);
    return [
      {
        figure: rows[0],
        goal: '< 10 ms',
        measured: `${inTime(median(times))} (p95 ${inTime(p95)}, ${
          times.length
        } keystrokes)`,
        against: 'nothing that does the same',
        verdict: verdictOf(p95 < GOAL, 'the sums take longer'),
      },
    ];
  },
};
