import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of the permissions on one environment. @public */
export const ENVIRONMENT_PERMISSION_RESOURCE_TYPE = 'sovd-environment';

/** See an environment, its overview and its changes. @public */
export const environmentReadPermission = createPermission({
  name: 'sovd.environment.read',
  attributes: { action: 'read' },
  resourceType: ENVIRONMENT_PERMISSION_RESOURCE_TYPE,
});

/** Register a new environment; judged on the record as proposed. @public */
export const environmentCreatePermission = createPermission({
  name: 'sovd.environment.create',
  attributes: { action: 'create' },
  resourceType: ENVIRONMENT_PERMISSION_RESOURCE_TYPE,
});

/** Have a change planned; nothing is changed by it. @public */
export const changePlanPermission = createPermission({
  name: 'sovd.change.plan',
  attributes: { action: 'read' },
  resourceType: ENVIRONMENT_PERMISSION_RESOURCE_TYPE,
});

/** Have a change carried out on an environment. @public */
export const changeApplyPermission = createPermission({
  name: 'sovd.change.apply',
  attributes: { action: 'update' },
  resourceType: ENVIRONMENT_PERMISSION_RESOURCE_TYPE,
});

/** @public */
export const sovdDeployPermissions = [
  environmentReadPermission,
  environmentCreatePermission,
  changePlanPermission,
  changeApplyPermission,
];
