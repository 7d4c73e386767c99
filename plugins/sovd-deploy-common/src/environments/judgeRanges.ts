import type { Finding } from '../finding';
import type { Answers } from './answers';
import type { Judge } from './JudgeContext';

/** Names of three answers that must not pass one another. */
interface Range {
  rule: string;
  what: string;
  least: 'backendMin' | 'frontendMin' | 'nodesMin';
  wanted: 'backendReplicas' | 'frontendReplicas' | 'nodesDesired';
  most: 'backendMax' | 'frontendMax' | 'nodesMax';
}

const ranges: Range[] = [
  {
    rule: 'node-range',
    what: 'nodes',
    least: 'nodesMin',
    wanted: 'nodesDesired',
    most: 'nodesMax',
  },
  {
    rule: 'backend-range',
    what: 'backend pods',
    least: 'backendMin',
    wanted: 'backendReplicas',
    most: 'backendMax',
  },
  {
    rule: 'frontend-range',
    what: 'frontend pods',
    least: 'frontendMin',
    wanted: 'frontendReplicas',
    most: 'frontendMax',
  },
];

function judgeRange(
  answers: Answers,
  { rule, what, least, wanted, most }: Range,
): Finding[] {
  const [min, start, max] = [answers[least], answers[wanted], answers[most]];
  if (min <= start && start <= max) return [];
  const [lower, upper] = [Math.min(min, start), Math.max(max, start)];
  const nextSteps = [
    {
      label:
        lower === upper ? `Always ${lower}` : `Between ${lower} and ${upper}`,
      set: { [least]: lower, [most]: upper },
    },
  ];
  if (min <= max) {
    const within = Math.min(Math.max(start, min), max);
    nextSteps.unshift({
      label: `Start with ${within}`,
      set: { [wanted]: within },
    });
  }
  return [
    {
      rule,
      severity: 'blocker',
      headline:
        min > max
          ? `At least ${min} ${what} are more than the ${max} at most`
          : `${start} ${what} at the start are ${
              start < min ? 'below' : 'above'
            } ${start < min ? min : max}`,
      cause: `The autoscaler keeps between ${min} and ${max}; ${start} are there at the start.`,
      nextSteps,
      fields: [least, wanted, most],
    },
  ];
}

/** The least, the first and the most of nodes and pods stand in this order. @public */
export const judgeRanges: Judge = answers =>
  ranges.flatMap(range => judgeRange(answers, range));
