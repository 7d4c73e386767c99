import { kubernetesPathOf } from './kubernetesPathOf';

const entityWith = (annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'x', annotations },
});

describe('kubernetesPathOf', () => {
  it('leads to the tab of entities that have one', () => {
    expect(kubernetesPathOf(entityWith())).toBeUndefined();
    expect(kubernetesPathOf(entityWith({ other: 'x' }))).toBeUndefined();
    expect(
      kubernetesPathOf(entityWith({ 'backstage.io/kubernetes-id': 'x' })),
    ).toBe('/kubernetes');
  });
});
