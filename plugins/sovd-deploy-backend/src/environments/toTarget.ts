import { targetSchema } from '@sovd/plugin-sovd-deploy-common';
import type { Target } from '@sovd/plugin-sovd-deploy-common';
import type { TargetConfig } from './TargetConfig';

/** The part of a target that people may see: the schema drops every other field. */
export function toTarget(config: TargetConfig): Target {
  return targetSchema.parse({ ...config, cluster: config.cluster.name });
}
