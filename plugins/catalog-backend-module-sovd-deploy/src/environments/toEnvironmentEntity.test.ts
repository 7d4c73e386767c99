import { resourceEntityV1alpha1Validator } from '@backstage/catalog-model';
import { isEnvironmentEntity } from '@sovd/plugin-sovd-deploy-common';
import { environmentOf } from '../__testUtils__/environmentOf';
import { toEnvironmentEntity } from './toEnvironmentEntity';

describe('toEnvironmentEntity', () => {
  const entity = toEnvironmentEntity(environmentOf('fleet'));

  it('is a resource that the catalog takes and our pages know', async () => {
    await expect(resourceEntityV1alpha1Validator.check(entity)).resolves.toBe(
      true,
    );
    expect(isEnvironmentEntity(entity)).toBe(true);
    expect(entity.spec).toEqual({
      type: 'environment',
      owner: 'group:default/platform',
      system: 'default/fleet',
      dependencyOf: ['component:default/fleet-backend'],
    });
  });

  it('says where it comes from and where it runs', () => {
    expect(entity.metadata).toMatchObject({
      name: 'fleet-staging',
      namespace: 'default',
      description: 'fleet in staging',
      annotations: {
        'backstage.io/managed-by-location': 'sovd-deploy:environments',
        'backstage.io/managed-by-origin-location': 'sovd-deploy:environments',
        'sovd.io/environment': 'staging',
        'sovd.io/tier': 'staging',
        'sovd.io/target': 'sandbox',
        'sovd.io/engine': 'cloudformation',
        'sovd.io/strategy': 'rolling',
        'sovd.io/stack-name': 'fleet-staging',
        'sovd.io/release': 'fleet-staging',
        'backstage.io/kubernetes-id': 'fleet',
        'backstage.io/kubernetes-namespace': 'fleet-staging',
        'backstage.io/kubernetes-cluster': 'sandbox',
      },
      links: [{ url: 'https://git.test/sovd/fleet' }],
    });
  });

  it("keeps a person's own description", () => {
    const environment = environmentOf('fleet');
    environment.answers.description = 'Cars: "all" of them';
    expect(toEnvironmentEntity(environment).metadata.description).toBe(
      'Cars: "all" of them',
    );
  });
});
