import type { Plan } from '@sovd/plugin-sovd-deploy-common';
import type { PlanSection } from './PlanSection';
import { toDatabaseSection } from './toDatabaseSection';
import { toImagesSection } from './toImagesSection';
import { toInfrastructureSection } from './toInfrastructureSection';
import { toMoneySection } from './toMoneySection';
import { toObjectsSection } from './toObjectsSection';
import { toValuesSection } from './toValuesSection';
import { toWayBackSection } from './toWayBackSection';

/** A plan as it is read: always the same sections in the same order. */
export function toPlanSections(plan: Plan): PlanSection[] {
  return [
    toImagesSection(plan),
    toValuesSection(plan),
    toObjectsSection(plan),
    toDatabaseSection(plan),
    toInfrastructureSection(plan),
    toMoneySection(plan),
    toWayBackSection(plan),
  ];
}

/** Whether what runs already is what the plan wants. */
export function isNothingToDo(plan: Plan): boolean {
  const { images, values, objects, infrastructure, database, request } = plan;
  const pending = request.kind === 'rollback' ? [] : database.pending;
  return [images, values, objects, infrastructure, pending].every(
    changes => changes.length === 0,
  );
}
