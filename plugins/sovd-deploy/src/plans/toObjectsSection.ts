import type { ObjectChange, Plan } from '@sovd/plugin-sovd-deploy-common';
import { counted } from '../kit/counted';
import type { PlanSection } from './PlanSection';
import { toShownField } from './toShownField';

/** Who rolls pods anew when their template changes. */
const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet'];

function restarts({ action, kind, fields }: ObjectChange): boolean {
  return (
    action === 'change' &&
    WORKLOADS.includes(kind) &&
    fields.some(({ path }) => path.startsWith('spec.template'))
  );
}

/** Objects in the cluster, compared field by field. */
export function toObjectsSection({
  objects,
  unchangedObjects,
}: Pick<Plan, 'objects' | 'unchangedObjects'>): PlanSection {
  const count = counted(objects.length, 'object');
  const stay = counted(unchangedObjects, 'stays as it is', 'stay as they are');
  if (objects.length === 0) {
    const sentence = 'Every Kubernetes object stays as it is.';
    return { id: 'objects', level: 'none', sentence, rows: [] };
  }
  const many = (action: ObjectChange['action']) =>
    objects.filter(object => object.action === action).length;
  const removed = many('remove');
  const parts = [
    many('add') && `${counted(many('add'), 'is', 'are')} added`,
    many('change') && counted(many('change'), 'changes', 'change'),
    removed && `${counted(removed, 'is', 'are')} removed`,
    unchangedObjects && stay,
  ].filter(Boolean);
  const rolled = objects.filter(restarts).map(({ name }) => name);
  return {
    id: 'objects',
    count,
    level: removed ? 'look' : 'quiet',
    sentence: `${parts.join(', ')}.${
      rolled.length ? ` New pods replace those of ${rolled.join(', ')}.` : ''
    }`,
    rows: objects.map(({ kind, name, action, fields }) => ({
      kind: action,
      subject: `${kind} ${name}`,
      fields: fields.map(toShownField),
    })),
  };
}
