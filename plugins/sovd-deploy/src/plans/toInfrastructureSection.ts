import type { Plan, ResourceChange } from '@sovd/plugin-sovd-deploy-common';
import { counted, listed } from '../kit/counted';
import type { PlanRowKind, PlanSection } from './PlanSection';
import { toShownField } from './toShownField';

type Action = ResourceChange['action'];

const kindOf: Record<Action, PlanRowKind> = {
  add: 'add',
  change: 'change',
  replace: 'replace',
  'maybe-replace': 'replace',
  delete: 'delete',
};

const detailOf: Partial<Record<Action, string>> = {
  replace: 'A new one takes its place; what the old one holds is lost.',
  'maybe-replace':
    'The cloud decides while it works whether a new one takes its place; then what the old one holds is lost.',
  delete: 'It goes with what it holds.',
};

/** Resources of the stack, as the cloud itself says that they change. */
export function toInfrastructureSection({
  infrastructure,
}: Pick<Plan, 'infrastructure'>): PlanSection {
  const id = 'infrastructure';
  const count = counted(infrastructure.length, 'resource');
  if (infrastructure.length === 0) {
    const sentence = 'No cloud resource changes.';
    return { id, level: 'none', sentence, rows: [] };
  }
  const named = (action: Action) =>
    infrastructure
      .filter(resource => resource.action === action)
      .map(({ logicalId }) => logicalId);
  const said = (action: Action, one: string, several: string) => {
    const names = named(action);
    return (
      names.length && `${listed(names)} ${names.length > 1 ? several : one}`
    );
  };
  const losses = [
    said('delete', 'is deleted', 'are deleted'),
    said('replace', 'is replaced', 'are replaced'),
    said('maybe-replace', 'may be replaced', 'may be replaced'),
  ].filter(Boolean);
  const rest = [
    said('add', 'is added', 'are added'),
    said('change', 'changes', 'change'),
  ].filter(Boolean);
  return {
    id,
    count,
    level: losses.length ? 'danger' : 'quiet',
    sentence: `${[...losses, ...rest].join('; ')}.${
      losses.length ? '' : ' Nothing is replaced or deleted.'
    }`,
    rows: infrastructure.map(({ logicalId, type, action, properties }) => ({
      kind: kindOf[action],
      subject: `${logicalId} (${type})`,
      detail: detailOf[action],
      fields: properties.map(toShownField),
    })),
  };
}
