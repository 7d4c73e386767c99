import { tagOf, versionOf } from '@sovd/plugin-sovd-deploy-common';
import type {
  Environment,
  Release,
  StackOutputs,
} from '@sovd/plugin-sovd-deploy-common';
import { stringify } from 'yaml';
import { sourcePaths } from './sourcePaths';

/** What Git keeps about an environment after a change: what runs, and on what. */
export function toRecordFiles(
  environment: Environment,
  { release, outputs }: { release?: Release; outputs?: StackOutputs },
): Record<string, string> {
  return {
    ...(release && toReleaseRecord(environment, release)),
    ...(outputs && toOutputsRecord(environment, outputs)),
  };
}

function toOutputsRecord(
  environment: Environment,
  outputs: StackOutputs,
): Record<string, string> {
  const sorted = Object.fromEntries(
    Object.entries(outputs).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  return {
    [sourcePaths.outputs(environment)]: `${JSON.stringify(
      sorted,
      undefined,
      2,
    )}\n`,
  };
}

function toReleaseRecord(
  environment: Environment,
  release: Release,
): Record<string, string> {
  const { chartVersion, commit, deployedAt, images, revision } = release;
  const record = {
    apiVersion: 'sovd.io/v1',
    kind: 'ReleaseRecord',
    release: {
      name: release.name,
      namespace: release.namespace,
      revision,
      version: versionOf(tagOf(images)),
      chartVersion,
      commit,
      images,
      deployedAt,
    },
  };
  return {
    [sourcePaths.release(environment)]: stringify(record, { lineWidth: 0 }),
  };
}
