import { parseEntityRef } from '@backstage/catalog-model';
import type { Plan, PlanRequest } from '@sovd/plugin-sovd-deploy-common';
import { rangeInWords } from './toScale';

/** What a change of this kind does, in the words of buttons. */
export const planVerb: Record<PlanRequest['kind'], string> = {
  upgrade: 'Upgrade',
  rollback: 'Roll back',
  scale: 'Scale',
  restart: 'Restart',
};

/** The environment that a plan is for: what people type to confirm. */
export function environmentNameOf({
  environmentRef,
}: Pick<Plan, 'environmentRef'>): string {
  return parseEntityRef(environmentRef).name;
}

/** What a plan is, as the heading of its page. */
export function planTitle(plan: Plan): string {
  const { request, fromVersion, toVersion } = plan;
  const name = environmentNameOf(plan);
  switch (request.kind) {
    case 'upgrade':
    case 'rollback':
      return `${
        planVerb[request.kind]
      } ${name} from ${fromVersion} to ${toVersion}`;
    case 'scale':
      return `Scale ${name}: ${rangeInWords(request.input)}`;
    case 'restart':
      return `Restart the pods of ${name}`;
    default:
      return request satisfies never;
  }
}
