import type { RenderedObject } from '../releases/RenderedObject';
import { withMinimumPods, withoutScaledPods } from './autoscaled';

const deployment = (name: string): RenderedObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: { replicas: 3, paused: false },
});
const autoscaler = (kind: string, name: string): RenderedObject => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name },
  spec: { scaleTargetRef: { kind, name }, minReplicas: 5, maxReplicas: 9 },
});
const objects = [
  deployment('backend'),
  deployment('frontend'),
  autoscaler('Deployment', 'backend'),
  autoscaler('StatefulSet', 'frontend'),
];

it('leaves out the pods of what an autoscaler counts, and of nothing else', () => {
  expect(withoutScaledPods(objects).map(({ spec }) => spec)).toEqual([
    { paused: false },
    { replicas: 3, paused: false },
    objects[2].spec,
    objects[3].spec,
  ]);
});

it('takes the minimum of an autoscaler in their place', () => {
  expect(withMinimumPods(objects).slice(0, 2)).toMatchObject([
    { spec: { replicas: 5 } },
    { spec: { replicas: 3 } },
  ]);
});

it('takes objects without an autoscaler as they are', () => {
  const plain = [deployment('backend')];
  expect(withoutScaledPods(plain)).toEqual(plain);
  expect(withMinimumPods(plain)).toEqual(plain);
});
