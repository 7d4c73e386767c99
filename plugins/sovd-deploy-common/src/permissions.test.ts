import { isResourcePermission } from '@backstage/plugin-permission-common';
import {
  ENVIRONMENT_PERMISSION_RESOURCE_TYPE,
  sovdDeployPermissions,
} from './permissions';

describe('sovdDeployPermissions', () => {
  it('are all about one environment, so that a policy can judge its owner and tier', () => {
    for (const permission of sovdDeployPermissions) {
      expect(
        isResourcePermission(permission, ENVIRONMENT_PERMISSION_RESOURCE_TYPE),
      ).toBe(true);
    }
  });

  it('have the names that policies and pages agree on', () => {
    expect(
      sovdDeployPermissions.map(
        ({ name, attributes }) => `${name} ${attributes.action}`,
      ),
    ).toEqual([
      'sovd.environment.read read',
      'sovd.environment.create create',
      'sovd.change.plan read',
      'sovd.change.apply update',
    ]);
  });
});
