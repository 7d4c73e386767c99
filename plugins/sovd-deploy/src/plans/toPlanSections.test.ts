import * as plans from '../__testUtils__/plans';
import { planSectionIds } from './PlanSection';
import { isNothingToDo, toPlanSections } from './toPlanSections';

describe('toPlanSections', () => {
  it.each(Object.entries(plans))('%s has all of them, in order', (_, plan) => {
    expect(toPlanSections(plan).map(({ id }) => id)).toEqual(planSectionIds);
  });
});

describe('isNothingToDo', () => {
  it('is true only where nothing moves', () => {
    const idle = Object.entries(plans)
      .filter(([, plan]) => isNothingToDo(plan))
      .map(([name]) => name);
    expect(idle).toEqual(['idlePlan']);
  });

  it('takes no revision that stays for something to do', () => {
    const { rollbackPlan, idlePlan } = plans;
    const { request, database } = rollbackPlan;
    expect(isNothingToDo({ ...idlePlan, request, database })).toBe(true);
    expect(isNothingToDo({ ...idlePlan, database })).toBe(false);
  });
});
