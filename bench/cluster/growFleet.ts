import { answers } from '../portal/createEnvironment.ts';
import { fleetName } from '../portal/registerFleet.ts';
import { until } from '../portal/until.ts';
import type { ApiServer } from './ApiServer.ts';
import { fleetObjects } from './fleetObjects.ts';

const AT_ONCE = 8;

interface Deployments {
  items: { spec: { replicas: number }; status: { readyReplicas?: number } }[];
  metadata: { continue?: string };
}

/** Makes the workloads of environments from one number to another, and waits until they run. */
export async function growFleet(
  cluster: ApiServer,
  from: number,
  to: number,
): Promise<void> {
  let next = from;
  const work = async () => {
    while (next < to) {
      next += 1;
      const name = `${fleetName(next)}-${answers.environment}`;
      for (const { path, object } of fleetObjects(name)) {
        await cluster.create(path, object);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await until('Ready pods', () => allReady(cluster), {
    seconds: 900,
    every: 3_000,
  });
}

async function allReady(cluster: ApiServer): Promise<boolean> {
  const selector = 'labelSelector=app.kubernetes.io/part-of=sovd-webapp';
  let next = '';
  do {
    const { items, metadata } = await cluster.get<Deployments>(
      `/apis/apps/v1/deployments?${selector}&limit=500&continue=${next}`,
    );
    if (items.some(it => it.status.readyReplicas !== it.spec.replicas)) {
      return false;
    }
    next = metadata.continue ?? '';
  } while (next);
  return true;
}
