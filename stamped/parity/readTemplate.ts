import { readFile } from 'node:fs/promises';
import { parse, type CollectionTag, type ScalarTag } from 'yaml';

interface Parameter {
  Type: 'String' | 'Number' | 'CommaDelimitedList';
  Default?: unknown;
  AllowedPattern?: string;
  AllowedValues?: unknown[];
  MinValue?: number;
  MaxValue?: number;
}

/** A text with its substitutes. */
export interface Substituted {
  'Fn::Sub': [string, unknown];
}

interface Properties {
  [name: string]: unknown;
  AssumeRolePolicyDocument?: Partial<Substituted> & {
    'Fn::If'?: [
      condition: string,
      irsa: Substituted,
      podIdentity: { Statement: { Principal: unknown }[] },
    ];
  };
}

/** A CloudFormation template, as far as the checks look into it. */
export interface Template {
  Metadata: {
    'AWS::CloudFormation::Interface': {
      ParameterGroups: { Parameters: string[] }[];
    };
  };
  Parameters: Record<string, Parameter>;
  Resources: Record<
    string,
    {
      Type: string;
      Condition?: string;
      DeletionPolicy?: string;
      Properties?: Properties;
    }
  >;
  Outputs: Record<string, unknown>;
}

/** Where a type has its tags; types that aren't here take none. */
export const taggableTypes: Readonly<Record<string, string>> = {
  'AWS::Backup::BackupPlan': 'BackupPlanTags',
  'AWS::Backup::BackupVault': 'BackupVaultTags',
  'AWS::Budgets::Budget': 'ResourceTags',
  'AWS::CertificateManager::Certificate': 'Tags',
  'AWS::EC2::EIP': 'Tags',
  'AWS::EC2::FlowLog': 'Tags',
  'AWS::EC2::InternetGateway': 'Tags',
  'AWS::EC2::NatGateway': 'Tags',
  'AWS::EC2::RouteTable': 'Tags',
  'AWS::EC2::SecurityGroup': 'Tags',
  'AWS::EC2::Subnet': 'Tags',
  'AWS::EC2::VPC': 'Tags',
  'AWS::EC2::VPCEndpoint': 'Tags',
  'AWS::ECR::Repository': 'Tags',
  'AWS::EKS::AccessEntry': 'Tags',
  'AWS::EKS::Addon': 'Tags',
  'AWS::EKS::Cluster': 'Tags',
  'AWS::EKS::Nodegroup': 'Tags',
  'AWS::EKS::PodIdentityAssociation': 'Tags',
  'AWS::ElastiCache::ReplicationGroup': 'Tags',
  'AWS::ElastiCache::SubnetGroup': 'Tags',
  'AWS::IAM::OIDCProvider': 'Tags',
  'AWS::IAM::Role': 'Tags',
  'AWS::KMS::Key': 'Tags',
  'AWS::Logs::LogGroup': 'Tags',
  'AWS::RDS::DBInstance': 'Tags',
  'AWS::RDS::DBParameterGroup': 'Tags',
  'AWS::RDS::DBSubnetGroup': 'Tags',
  'AWS::Route53::HostedZone': 'HostedZoneTags',
  'AWS::S3::Bucket': 'Tags',
  'AWS::SecretsManager::Secret': 'Tags',
};

const functions = ['Sub', 'If', 'Join', 'Select', 'Cidr', 'GetAZs', 'Split'];
const more = ['Equals', 'Not', 'And', 'Or', 'FindInMap', 'GetAtt'];

/** The short forms of CloudFormation's functions, read as the long ones. */
const tags = [
  ...[...functions, ...more].map(name => [name, `Fn::${name}`]),
  ['Ref', 'Ref'],
  ['Condition', 'Condition'],
].flatMap(([short, long]): (ScalarTag | CollectionTag)[] => [
  { tag: `!${short}`, resolve: value => ({ [long]: value }) },
  {
    tag: `!${short}`,
    collection: 'seq',
    resolve: items => ({ [long]: items.toJSON() }),
  },
]);

/** Reads a template in YAML. */
export async function readTemplate(file: string): Promise<Template> {
  const text = await readFile(file, 'utf8');
  return parse(text, { customTags: tags }) as Template;
}

/** What CloudFormation would refuse of these parameters. */
export function violationsOf(
  { Parameters }: Template,
  given: readonly { ParameterKey: string; ParameterValue: string }[],
): string[] {
  const found: string[] = [];
  const keys = new Set(given.map(({ ParameterKey }) => ParameterKey));
  for (const [key, { Default }] of Object.entries(Parameters)) {
    if (Default === undefined && !keys.has(key)) found.push(`no ${key}`);
  }
  for (const { ParameterKey: key, ParameterValue: value } of given) {
    const rule = Parameters[key];
    if (!rule) {
      found.push(`${key} is no parameter`);
      continue;
    }
    const allowed = rule.AllowedValues?.map(String);
    const number = Number(value);
    const refused =
      (allowed && !allowed.includes(value)) ||
      (rule.AllowedPattern && !new RegExp(rule.AllowedPattern).test(value)) ||
      (rule.Type === 'Number' && Number.isNaN(number)) ||
      number < (rule.MinValue ?? number) ||
      number > (rule.MaxValue ?? number);
    if (refused) found.push(`${key} can't be ${value}`);
  }
  return found;
}
