import type { MoneyPlan } from './environmentCost';
import type { CostLine, Estimate } from './estimate';
import { toEnvironmentCost } from './toEnvironmentCost';

/** An estimate with the budget that it has to fit, in US dollars a month. @public */
export interface BudgetedEstimate {
  estimate: Estimate;
  budget: number;
}

/** What becomes of the estimate, with each line of the baseline that differs. @public */
export function toMoneyPlan(
  from: BudgetedEstimate,
  to: BudgetedEstimate,
): MoneyPlan {
  const before = linesOf(from);
  const after = linesOf(to);
  const ids = new Set([...before.keys(), ...after.keys()]);
  const lines = [...ids].flatMap(id => {
    const [former, coming] = [before.get(id), after.get(id)];
    const [was, becomes] = [former?.monthly ?? 0, coming?.monthly ?? 0];
    const label = coming?.label ?? former?.label ?? id;
    return was === becomes ? [] : [{ label, from: was, to: becomes }];
  });
  return {
    from: toEnvironmentCost(from.estimate, from.budget),
    to: toEnvironmentCost(to.estimate, to.budget),
    lines,
  };
}

function linesOf({ estimate }: BudgetedEstimate): Map<string, CostLine> {
  return new Map(estimate.baseline.lines.map(line => [line.id, line]));
}
