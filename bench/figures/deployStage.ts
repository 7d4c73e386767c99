import { inShort, inTime, median } from '../report/statistics.ts';
import { verdictOf } from '../report/Row.ts';
import type { Figure } from './Figure.ts';
import { ReleasedApplication } from './ReleasedApplication.ts';

const PAIRS = 3;
const GOAL = 1.15;
const rows = ['Deploy stage of an upgrade'];

/** The portal's stage and Helm alone, in turns, each to a version of its own on the same release. */
export const deployStage: Figure = {
  name: 'deploy',
  rows,
  async measure(bench) {
    const application = await ReleasedApplication.of(bench);
    const ours: number[] = [];
    const bare: number[] = [];
    try {
      for (let pair = 0; pair < PAIRS; pair += 1) {
        const version = (side: string) => `3.${pair}.0-${side}`;
        for (const side of ['portal', 'helm']) {
          await application.repository.push(version(side));
          await application.offers(version(side));
        }
        ours.push(await application.upgrade(version('portal')));
        bare.push(
          await application.withValues(version('helm'), values =>
            application.bareUpgrade(values),
          ),
        );
      }
    } finally {
      await application.repository.remove();
    }
    const ratio = median(ours) / median(bare);
    return [
      {
        figure: rows[0],
        goal: '≤ 1.15 × the peer',
        measured: `${inTime(median(ours))} (${PAIRS} times)`,
        against: `bare \`helm upgrade --install --wait\`, same chart and values: ${inTime(
          median(bare),
        )}; ratio ${inShort(ratio)}`,
        verdict: verdictOf(
          ratio <= GOAL,
          'besides Helm the stage checks out the commit, asks the registry for the digests and waits for its turn',
        ),
      },
    ];
  },
};
