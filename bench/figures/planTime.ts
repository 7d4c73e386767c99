import { inShort, inTime, median, percentile } from '../report/statistics.ts';
import { verdictOf } from '../report/Row.ts';
import type { Figure } from './Figure.ts';
import { ReleasedApplication } from './ReleasedApplication.ts';

const TIMES = 10;
const GOAL = { ratio: 2, milliseconds: 3_000 };
const rows = ['Plan of an upgrade'];

/** A plan beside Helm rendering both of its sides, in turns. */
export const planTime: Figure = {
  name: 'plan',
  rows,
  async measure(bench) {
    const application = await ReleasedApplication.of(bench);
    const plans: number[] = [];
    const templates: number[] = [];
    try {
      await application.repository.push('2.9.0');
      await application.offers('2.9.0');
      await application.plan('2.9.0');
      for (let time = 0; time < TIMES; time += 1) {
        plans.push((await application.plan('2.9.0')).milliseconds);
        templates.push(
          await application.withValues(undefined, async values => {
            const before = await application.template(values);
            return before + (await application.template(values));
          }),
        );
      }
    } finally {
      await application.repository.remove();
    }
    const ratio = median(plans) / median(templates);
    const isMet =
      ratio <= GOAL.ratio && percentile(plans, 0.95) <= GOAL.milliseconds;
    return [
      {
        figure: rows[0],
        goal: '≤ 2 × the peer, ≤ 3 s',
        measured: `${inTime(median(plans))} (p95 ${inTime(
          percentile(plans, 0.95),
        )})`,
        against: `\`helm template\` of both sides: ${inTime(
          median(templates),
        )}; ratio ${inShort(ratio)}`,
        verdict: verdictOf(
          isMet,
          'besides rendering both sides it asks the cluster for a dry run and its capacity, AWS for a change set, and Git for the migrations',
        ),
      },
    ];
  },
};
