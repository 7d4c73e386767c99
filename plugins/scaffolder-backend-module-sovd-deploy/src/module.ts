import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createChangeApplyAction } from './changes/createChangeApplyAction';
import { createReleaseDeployAction } from './changes/createReleaseDeployAction';
import { createStackProvisionAction } from './changes/createStackProvisionAction';
import { createEnvironmentRegisterAction } from './environments/createEnvironmentRegisterAction';
import { createEnvironmentRenderAction } from './environments/createEnvironmentRenderAction';
import { createEnvironmentValidateAction } from './environments/createEnvironmentValidateAction';
import { createChangePlanAction } from './plans/createChangePlanAction';
import { SovdDeployConnection } from './SovdDeployConnection';
import { createStampProposeAction } from './stamps/createStampProposeAction';
import { createStampReadAction } from './stamps/createStampReadAction';
import { createStampRenderAction } from './stamps/createStampRenderAction';

/** Adds the `sovd:*` actions to the scaffolder. @public */
export const scaffolderModuleSovdDeploy = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'sovd-deploy',
  register(module) {
    module.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, discovery }) {
        const connection = new SovdDeployConnection({ auth, discovery });
        actions.addActions(
          createEnvironmentValidateAction(connection),
          createEnvironmentRenderAction(connection),
          createEnvironmentRegisterAction(connection),
          createStackProvisionAction(connection),
          createReleaseDeployAction(connection),
          createChangePlanAction(connection),
          createChangeApplyAction(connection),
          createStampReadAction(connection),
          createStampRenderAction(connection),
          createStampProposeAction(connection),
        );
      },
    });
  },
});
