import type { Config } from '@backstage/config';
import {
  databaseClassSchema,
  parseAddressBlock,
  targetSchema,
} from '@sovd/plugin-sovd-deploy-common';
import type { Target } from '@sovd/plugin-sovd-deploy-common';
import { configRefusal } from './configRefusal';

const { addOns, clusterMode, engines, strategies, workloadIdentities } =
  targetSchema.shape;

/** What a form may offer for a target. */
type TargetOffers = Pick<
  Target,
  | 'addOns'
  | 'availabilityZones'
  | 'clusterMode'
  | 'databaseClasses'
  | 'engines'
  | 'kubernetesVersions'
  | 'strategies'
  | 'usedCidrs'
  | 'workloadIdentities'
>;

function known<T extends string>(
  config: Config,
  key: string,
  value: string,
  options: readonly T[],
): T {
  const match = options.find(option => option === value);
  if (match === undefined) {
    throw configRefusal(
      config,
      key,
      `has ${value}; known are ${options.join(', ')}`,
    );
  }
  return match;
}

/** The listed ones, each of which has to be one of the known. */
function readOffer<T extends string>(
  config: Config,
  key: string,
  options: readonly T[],
  otherwise?: T[],
): T[] {
  const offered =
    otherwise && !config.has(key) ? otherwise : config.getStringArray(key);
  return offered.map(item => known(config, key, item, options));
}

/**
 * Stamped repositories hold Terraform for pipelines and people, but nothing here runs it:
 * a create would fail after its repository is published.
 */
function readEngines(config: Config): Target['engines'] {
  const offered = readOffer(config, 'engines', engines.element.options);
  if (offered.includes('terraform')) {
    throw configRefusal(
      config,
      'engines',
      'has terraform, which the portal stamps but does not run; leave [cloudformation]',
    );
  }
  if (offered.length === 0) {
    throw configRefusal(config, 'engines', 'has none; list [cloudformation]');
  }
  return offered;
}

/**
 * Stamped repositories hold a canary for pipelines, but Helm waits in vain for its Rollout,
 * so a release by the portal would be taken back at the time-out.
 */
function readStrategies(config: Config): Target['strategies'] {
  const offered = readOffer(config, 'strategies', strategies.element.options);
  if (offered.includes('canary')) {
    throw configRefusal(
      config,
      'strategies',
      'has canary, which the portal stamps but does not release; leave [rolling]',
    );
  }
  if (offered.length === 0) {
    throw configRefusal(config, 'strategies', 'has none; list [rolling]');
  }
  return offered;
}

function readKubernetesVersions(config: Config): string[] {
  const versions = config.getStringArray('kubernetesVersions');
  const strange = versions.find(version => !/^1\.\d{2}$/.test(version));
  if (strange !== undefined || versions.length === 0) {
    throw configRefusal(
      config,
      'kubernetesVersions',
      `has ${strange ?? 'none'}; list minor versions in quotes, such as '1.36'`,
    );
  }
  // The first one is the default of the form, so the order of the file must not matter.
  return [...versions].sort((a, b) => Number(b.slice(2)) - Number(a.slice(2)));
}

function readAvailabilityZones(config: Config): number {
  const zones = config.getOptionalNumber('availabilityZones') ?? 3;
  if (![2, 3].includes(zones)) {
    throw configRefusal(
      config,
      'availabilityZones',
      `is ${zones}; a network here spans 2 or 3 zones`,
    );
  }
  return zones;
}

function readUsedCidrs(config: Config): string[] {
  const blocks = config.getOptionalStringArray('usedCidrs') ?? [];
  const strange = blocks.find(block => !parseAddressBlock(block));
  if (strange !== undefined) {
    throw configRefusal(
      config,
      'usedCidrs',
      `has ${strange}; list address blocks, such as 10.8.0.0/16`,
    );
  }
  return blocks;
}

/**
 * Reads what a target offers to the form.
 *
 * @throws InputError when an offer is none that the product knows
 */
export function readTargetOffers(config: Config): TargetOffers {
  return {
    clusterMode: known(
      config,
      'clusterMode',
      config.getOptionalString('clusterMode') ?? 'existing',
      clusterMode.options,
    ),
    engines: readEngines(config),
    strategies: readStrategies(config),
    databaseClasses: readOffer(
      config,
      'databaseClasses',
      databaseClassSchema.options,
      databaseClassSchema.options,
    ),
    kubernetesVersions: readKubernetesVersions(config),
    workloadIdentities: readOffer(
      config,
      'workloadIdentities',
      workloadIdentities.element.options,
      ['irsa'],
    ),
    availabilityZones: readAvailabilityZones(config),
    addOns: readOffer(config, 'addOns', addOns.element.options, []),
    usedCidrs: readUsedCidrs(config),
  };
}
