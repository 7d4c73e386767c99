import { at, listAt, plainKind, type Kind, type Row } from './Kind.ts';

/** Last part of a policy's ARN, which one engine knows and the other may not yet. */
const policyName = (arn: unknown) => String(arn).split('/').at(-1);

const service = (document: unknown): unknown => {
  const parsed = typeof document === 'string' ? JSON.parse(document) : document;
  return (
    at(parsed, 'Statement.0.Principal.Service') ??
    // of a provider that isn't there yet
    'federated'
  );
};

/** Modules eks and iam. */
export const clusterKinds: readonly Kind[] = [
  plainKind('key', ['aws_kms_key', 'AWS::KMS::Key'], {
    rotated: ['enable_key_rotation', 'EnableKeyRotation'],
  }),
  plainKind('name of a key', ['aws_kms_alias', 'AWS::KMS::Alias'], {
    name: ['name', 'AliasName'],
  }),
  plainKind('cluster', ['aws_eks_cluster', 'AWS::EKS::Cluster'], {
    name: ['name', 'Name'],
    version: ['version', 'Version'],
    ownAddOns: ['bootstrap_self_managed_addons', 'BootstrapSelfManagedAddons'],
    access: [
      'access_config.0.authentication_mode',
      'AccessConfig.AuthenticationMode',
    ],
    support: ['upgrade_policy.0.support_type', 'UpgradePolicy.SupportType'],
    encrypted: [
      'encryption_config.0.resources',
      'EncryptionConfig.0.Resources',
    ],
    inside: [
      'vpc_config.0.endpoint_private_access',
      'ResourcesVpcConfig.EndpointPrivateAccess',
    ],
    outside: [
      'vpc_config.0.endpoint_public_access',
      'ResourcesVpcConfig.EndpointPublicAccess',
    ],
    outsideFrom: [
      'vpc_config.0.public_access_cidrs',
      'ResourcesVpcConfig.PublicAccessCidrs',
    ],
  }),
  {
    name: 'log of the control plane',
    terraform: [
      'aws_eks_cluster',
      node =>
        (node.enabled_cluster_log_types as string[]).map(log => ({ log })),
    ],
    cloudFormation: [
      'AWS::EKS::Cluster',
      node =>
        listAt(node, 'Logging.ClusterLogging.EnabledTypes').map(({ Type }) => ({
          log: Type,
        })),
    ],
  },
  plainKind('nodes', ['aws_eks_node_group', 'AWS::EKS::Nodegroup'], {
    name: ['node_group_name', 'NodegroupName'],
    image: ['ami_type', 'AmiType'],
    machines: ['instance_types', 'InstanceTypes'],
    least: ['scaling_config.0.min_size', 'ScalingConfig.MinSize'],
    desired: ['scaling_config.0.desired_size', 'ScalingConfig.DesiredSize'],
    most: ['scaling_config.0.max_size', 'ScalingConfig.MaxSize'],
    atOnce: ['update_config.0.max_unavailable', 'UpdateConfig.MaxUnavailable'],
  }),
  plainKind('machine', ['aws_launch_template', 'AWS::EC2::LaunchTemplate'], {
    name: ['name', 'LaunchTemplateName'],
    tokens: [
      'metadata_options.0.http_tokens',
      'LaunchTemplateData.MetadataOptions.HttpTokens',
    ],
    hops: [
      'metadata_options.0.http_put_response_hop_limit',
      'LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit',
    ],
    disk: [
      'block_device_mappings.0.ebs.0.volume_size',
      'LaunchTemplateData.BlockDeviceMappings.0.Ebs.VolumeSize',
    ],
    type: [
      'block_device_mappings.0.ebs.0.volume_type',
      'LaunchTemplateData.BlockDeviceMappings.0.Ebs.VolumeType',
    ],
    encrypted: [
      'block_device_mappings.0.ebs.0.encrypted',
      'LaunchTemplateData.BlockDeviceMappings.0.Ebs.Encrypted',
    ],
  }),
  {
    name: 'add-on',
    terraform: [
      'aws_eks_addon',
      node => ({
        name: node.addon_name,
        settings: JSON.parse(String(node.configuration_values ?? '{}')),
      }),
    ],
    cloudFormation: [
      'AWS::EKS::Addon',
      node => ({
        name: node.AddonName,
        settings: JSON.parse(String(node.ConfigurationValues ?? '{}')),
      }),
    ],
  },
  plainKind('access', ['aws_eks_access_entry', 'AWS::EKS::AccessEntry'], {}),
  plainKind(
    'issuer',
    ['aws_iam_openid_connect_provider', 'AWS::IAM::OIDCProvider'],
    { audiences: ['client_id_list', 'ClientIdList'] },
  ),
  {
    name: 'role',
    terraform: [
      'aws_iam_role',
      ({ name, assume_role_policy: trust, max_session_duration: session }) => ({
        name,
        trusts: trust ? service(trust) : 'federated',
        session,
      }),
    ],
    cloudFormation: [
      'AWS::IAM::Role',
      ({ RoleName, AssumeRolePolicyDocument: trust, MaxSessionDuration }) => ({
        name: RoleName,
        trusts: typeof trust === 'string' ? 'federated' : service(trust),
        // AWS' own value where none is given
        session: MaxSessionDuration ?? 3600,
      }),
    ],
  },
  {
    name: 'policy of AWS',
    terraform: [
      'aws_iam_role_policy_attachment',
      node => ({ name: policyName(node.policy_arn) }),
    ],
    cloudFormation: [
      'AWS::IAM::Role',
      node =>
        ((node.ManagedPolicyArns ?? []) as string[]).map(arn => ({
          name: policyName(arn),
        })),
    ],
  },
  {
    name: 'policy of a role',
    terraform: ['aws_iam_role_policy', () => ({})],
    cloudFormation: [
      'AWS::IAM::Role',
      node => ((node.Policies ?? []) as Row[]).map(() => ({})),
    ],
  },
  plainKind(
    'identity of pods',
    ['aws_eks_pod_identity_association', 'AWS::EKS::PodIdentityAssociation'],
    {
      namespace: ['namespace', 'Namespace'],
      account: ['service_account', 'ServiceAccount'],
    },
  ),
];
