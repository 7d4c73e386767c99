import path from 'node:path';
import { ConfigSources, FileConfigSource } from '@backstage/config-loader';
import { readDeployConfig } from '../config';
import { sandboxVariable } from './sandboxVariable';

const file = path.join(__dirname, '../../../../app-config.sandbox.yaml');

/** What the portal of the running sandbox is configured with. */
export async function sandboxConfig() {
  const config = await ConfigSources.toConfig(
    FileConfigSource.create({
      path: file,
      substitutionFunc: async name => sandboxVariable(name),
    }),
  );
  config.close();
  return { config, deploy: readDeployConfig(config) };
}
