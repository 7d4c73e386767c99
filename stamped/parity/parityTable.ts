import { clusterKinds } from './clusterKinds.ts';
import { dataKinds } from './dataKinds.ts';
import type { Kind, Row } from './Kind.ts';
import { networkKinds } from './networkKinds.ts';

export const kinds: readonly Kind[] = [
  ...networkKinds,
  ...clusterKinds,
  ...dataKinds,
];

/** What only one engine needs a resource for, and why. */
export const oneSided: Record<string, string> = {
  aws_default_security_group:
    'CloudFormation can’t take over what AWS makes with a network',
  aws_cloudformation_stack:
    'Terraform has no write-only password of a cache; CloudFormation takes it from Secrets Manager',
  aws_secretsmanager_secret_version:
    'CloudFormation generates the value together with the secret',
  aws_eks_access_policy_association: 'is part of AWS::EKS::AccessEntry',
  'AWS::EC2::VPCGatewayAttachment': 'is part of aws_internet_gateway',
};

/** What Terraform alone offers, by variables that no answer fills: the guides have to say so. */
export const onlyTerraform: Record<string, string> = {
  recovery_region:
    'CloudFormation makes a stack in one region; the vault of the other one would need a second stack there',
  database_mode:
    'a database that is there already belongs to another stack, whose outputs CloudFormation could only be given by hand',
};

/** A resource of either engine. */
export interface EngineResource {
  type: string;
  values: Row;
}

/** All rows by kind, each as sorted text: numbers and flags as the texts that some engines write. */
export function parityTable(
  resources: readonly EngineResource[],
  engine: 'terraform' | 'cloudFormation',
): Record<string, string[]> {
  return Object.fromEntries(
    kinds.map(kind => {
      const [type, rows] = kind[engine];
      const found = resources
        .filter(resource => resource.type === type)
        .flatMap(({ values }) => rows(values));
      return [kind.name, found.map(row => toText(row as Row)).sort()];
    }),
  );
}

/** Types that no kind compares and no reason excuses. */
export function uncompared(resources: readonly EngineResource[]): string[] {
  const known = new Set([
    ...kinds.flatMap(kind => [kind.terraform[0], kind.cloudFormation[0]]),
    ...Object.keys(oneSided),
  ]);
  return [...new Set(resources.map(({ type }) => type))].filter(
    type => !known.has(type),
  );
}

function toText(row: Row): string {
  const entries = Object.entries(row)
    .filter(([, value]) => value !== null)
    .sort(([one], [other]) => one.localeCompare(other));
  return JSON.stringify(Object.fromEntries(entries), (_, value) =>
    ['boolean', 'number'].includes(typeof value) ? String(value) : value,
  );
}
