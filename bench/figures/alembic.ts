import { inTime, median } from '../report/statistics.ts';
import { verdictOf } from '../report/Row.ts';
import type { Figure } from './Figure.ts';
import { runProduct } from './runProduct.ts';

const GOAL = 1_000;
const rows = ['600 Alembic revisions read'];

/** What a plan reads of a source tree before it can say which revisions are pending. */
export const alembic: Figure = {
  name: 'alembic',
  rows,
  async measure() {
    const times = await runProduct<number[]>('alembic.ts');
    return [
      {
        figure: rows[0],
        goal: '≤ 1 s',
        measured: `${inTime(median(times))} (first ${inTime(times[0])}, ${
          times.length
        } times)`,
        against: 'nothing that does the same',
        verdict: verdictOf(
          median(times) <= GOAL,
          'it takes longer, once per commit: the portal keeps what it has read',
        ),
      },
    ];
  },
};
