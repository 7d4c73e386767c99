import { formatMoney } from '@sovd/plugin-sovd-deploy-common';
import type {
  EnvironmentCost,
  MoneyPlan,
  Plan,
} from '@sovd/plugin-sovd-deploy-common';
import { capitalized, counted } from '../kit/counted';
import { formatDelta } from '../kit/formatDelta';
import { budgetLook, unknownPriceLook } from '../kit/intent';
import type { PlanRow, PlanSection } from './PlanSection';

/** Below this a difference is told in cents; US dollars a month. */
const SMALL = 10;

interface Step {
  from: number;
  to: number;
}

type Precision = Parameters<typeof formatMoney>[1];

const precisionFor = (amount: number): Precision =>
  Math.abs(amount) < SMALL ? 'cents' : 'dollars';

/** The difference of what is shown, so that both sums and their difference agree. */
function deltaOf({ from, to }: Step, precision: Precision): number {
  const digits = precision === 'cents' ? 2 : 0;
  return Number(to.toFixed(digits)) - Number(from.toFixed(digits));
}

function stepInWords(step: Step): string {
  const precision = precisionFor(step.to - step.from);
  const delta = formatDelta(deltaOf(step, precision), precision);
  const [before, after] = [step.from, step.to].map(sum =>
    formatMoney(sum, precision),
  );
  return `${delta} a month: ${before} becomes ${after}`;
}

function budgetInWords({ baseline, budget }: EnvironmentCost): string {
  const above = baseline - budget;
  const limit = `the budget of ${formatMoney(budget)}`;
  if (above <= 0) return `within ${limit}`;
  return `${formatMoney(above, precisionFor(above))} above ${limit}`;
}

function peakInWords(from: number, to: number): string {
  const [before, after] = [formatMoney(from), formatMoney(to)];
  return before === after ? '' : ` At peak ${before} becomes ${after}.`;
}

function sentenceOf({ from, to }: MoneyPlan): string {
  const step = { from: from.baseline, to: to.baseline };
  const lead =
    deltaOf(step, 'cents') === 0
      ? `The estimate stays at ${formatMoney(to.baseline)} a month`
      : stepInWords(step);
  return `${lead}, ${budgetInWords(to)}.${peakInWords(from.peak, to.peak)}`;
}

function rowOf({ label, ...step }: MoneyPlan['lines'][number]): PlanRow {
  const [before, after] = [step.from, step.to].map(sum =>
    formatMoney(sum, 'cents'),
  );
  return {
    kind: step.to < step.from ? 'less' : 'more',
    subject: capitalized(label),
    detail: `${formatDelta(deltaOf(step, 'cents'), 'cents')} a month`,
    fields: [{ path: '', before, after }],
  };
}

/** What it costs more or less a month, by the price book. */
export function toMoneySection({ money }: Pick<Plan, 'money'>): PlanSection {
  const id = 'money';
  if (!money) {
    const sentence = "A price isn't known, so neither is what this costs.";
    return { id, level: 'quiet', look: unknownPriceLook, sentence, rows: [] };
  }
  const sentence = sentenceOf(money);
  const { from, to, lines } = money;
  if (lines.length === 0 && from.peak === to.peak) {
    return { id, level: 'none', sentence, rows: [] };
  }
  const above = to.verdict === 'above';
  return {
    id,
    count: counted(lines.length, 'price'),
    level: above ? 'look' : 'quiet',
    look: above ? budgetLook.above : undefined,
    sentence,
    rows: lines.map(rowOf),
  };
}
