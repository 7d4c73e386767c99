import type { Answers } from '../environments/answers';
import { judgeEnvironment } from '../environments/judgeEnvironment';
import type { JudgeContext } from '../environments/JudgeContext';
import type { NextStep } from '../finding';
import { applyStep } from './applyStep';

/** Ways to spend less, what hurts least first. */
function levers({ nodesMin }: Answers): Required<Omit<NextStep, 'href'>>[] {
  return [
    { label: 'Valkey in place of Redis', set: { cacheEngine: 'valkey' } },
    {
      label: `${nodesMin} node${nodesMin === 1 ? '' : 's'} at the start`,
      set: { nodesDesired: nodesMin },
    },
    { label: 'Smaller cache nodes', set: { cacheNodeType: 'cache.t3.small' } },
    { label: 'One NAT gateway', set: { natMode: 'single' } },
    {
      label: 'Nodes of type t3.medium',
      set: { nodeInstanceType: 't3.medium' },
    },
    { label: 'One cache node', set: { cacheNodes: 1 } },
    { label: 'Database db.t3.medium', set: { databaseClass: 'db.t3.medium' } },
    { label: 'A database without a standby', set: { multiAz: false } },
  ];
}

function blockers(answers: Answers, context: JudgeContext): string[] {
  return judgeEnvironment(answers, context)
    .filter(({ severity }) => severity === 'blocker')
    .map(({ rule }) => rule);
}

/**
 * Steps that spend less without breaking another rule: each that is enough by itself, at
 * most two, else all of them together as far as they are needed.
 *
 * @param isEnough - whether answers cost little enough
 * @param priceOf - US dollars a month
 */
export function savings(
  answers: Answers,
  context: JudgeContext,
  isEnough: (answers: Answers) => boolean,
  priceOf: (answers: Answers) => number,
): NextStep[] {
  const before = new Set(blockers(answers, context));
  const follow = (from: Answers, step: NextStep) => {
    const after = applyStep(from, step, context.target);
    const helps =
      after &&
      priceOf(after) < priceOf(from) &&
      blockers(after, context).every(rule => before.has(rule));
    return helps ? after : undefined;
  };

  const enough = levers(answers).filter(step => {
    const after = follow(answers, step);
    return after && isEnough(after);
  });
  if (enough.length > 0) return enough.slice(0, 2);

  let current = answers;
  const taken: Required<Omit<NextStep, 'href'>>[] = [];
  for (const step of levers(answers)) {
    const after = follow(current, step);
    if (!after) continue;
    current = after;
    taken.push(step);
    if (isEnough(current)) {
      return [
        {
          label: taken.map(({ label }) => label).join(', '),
          set: Object.assign({}, ...taken.map(({ set }) => set)),
        },
      ];
    }
  }
  return [];
}
