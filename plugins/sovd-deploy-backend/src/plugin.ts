import { createProviders } from './createProviders';
import { createSovdDeployPlugin } from './createSovdDeployPlugin';

/** Registry, stacks, releases, changes and live state of SOVD environments. @public */
export const sovdDeployPlugin = createSovdDeployPlugin(createProviders);
