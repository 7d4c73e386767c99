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
      system: 'system:default/fleet',
      dependencyOf: [
        'component:default/fleet-backend',
        'component:default/fleet-frontend',
      ],
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
        'sovd.io/application': 'fleet',
        'sovd.io/environment': 'staging',
        'sovd.io/tier': 'staging',
        'sovd.io/target': 'sandbox',
        'sovd.io/region': 'us-east-1',
        'sovd.io/cluster': 'sandbox',
        'sovd.io/namespace': 'fleet-staging',
        'sovd.io/engine': 'cloudformation',
        'sovd.io/strategy': 'rolling',
        'sovd.io/stack-name': 'fleet-staging',
        'sovd.io/release': 'fleet-staging',
        'sovd.io/estimate': 'environments/staging/estimate.json',
        'aws.amazon.com/account-id': '123456789012',
        'backstage.io/kubernetes-id': 'fleet',
        'backstage.io/kubernetes-label-selector':
          'backstage.io/kubernetes-id=fleet,app.kubernetes.io/instance=fleet-staging',
        'backstage.io/kubernetes-namespace': 'fleet-staging',
        'backstage.io/kubernetes-cluster': 'sandbox',
      },
      links: [{ url: 'https://git.test/sovd/fleet' }],
    });
  });

  it('joins the system and knows the components that the answers name', () => {
    const environment = environmentOf('fleet');
    environment.answers.system = 'system:default/cars';
    environment.answers.vehicleConnectorEnabled = true;
    expect(toEnvironmentEntity(environment).spec).toMatchObject({
      system: 'system:default/cars',
      dependencyOf: [
        'component:default/fleet-backend',
        'component:default/fleet-frontend',
        'component:default/fleet-vehicle-connector',
      ],
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
