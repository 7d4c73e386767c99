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
    const times = await runProduct<{ wall: number; processor: number }[]>(
      'alembic.ts',
    );
    const wall = median(times.map(time => time.wall));
    const own = inTime(median(times.map(time => time.processor)));
    return [
      {
        figure: rows[0],
        goal: '≤ 1 s',
        measured: `${inTime(wall)} (${
          times.length
        } times), ${own} of it processor time`,
        against: 'nothing that does the same',
        verdict: verdictOf(
          wall <= GOAL,
          'it takes longer, once per commit: the portal keeps what it has read',
        ),
      },
    ];
  },
};
