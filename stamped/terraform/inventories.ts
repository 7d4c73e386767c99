/** What staging of the checks has: resources by their type. */
const staging: Record<string, number> = {
  aws_backup_plan: 1,
  aws_backup_selection: 1,
  aws_backup_vault: 1,
  aws_cloudformation_stack: 1,
  aws_cloudwatch_log_group: 3,
  aws_db_instance: 1,
  aws_db_parameter_group: 1,
  aws_db_subnet_group: 1,
  aws_default_security_group: 1,
  aws_ecr_lifecycle_policy: 2,
  aws_ecr_repository: 2,
  aws_eip: 1,
  aws_eks_access_entry: 1,
  aws_eks_access_policy_association: 1,
  aws_eks_addon: 5,
  aws_eks_cluster: 1,
  aws_eks_node_group: 1,
  aws_elasticache_replication_group: 1,
  aws_elasticache_subnet_group: 1,
  aws_iam_openid_connect_provider: 1,
  aws_iam_role: 10,
  aws_iam_role_policy: 6,
  aws_iam_role_policy_attachment: 7,
  aws_internet_gateway: 1,
  aws_kms_alias: 1,
  aws_kms_key: 1,
  aws_launch_template: 1,
  aws_nat_gateway: 1,
  aws_route: 4,
  aws_route_table: 4,
  aws_route_table_association: 6,
  aws_s3_bucket: 3,
  aws_s3_bucket_lifecycle_configuration: 3,
  aws_s3_bucket_ownership_controls: 3,
  aws_s3_bucket_policy: 3,
  aws_s3_bucket_public_access_block: 3,
  aws_s3_bucket_server_side_encryption_configuration: 3,
  aws_s3_bucket_versioning: 3,
  aws_secretsmanager_secret: 3,
  aws_secretsmanager_secret_version: 3,
  aws_security_group: 2,
  aws_subnet: 6,
  aws_vpc: 1,
  aws_vpc_endpoint: 1,
  aws_vpc_security_group_ingress_rule: 2,
};

/** A pipeline on GitHub has rights in its cluster; production of the checks has none. */
const {
  aws_eks_access_entry: _entry,
  aws_eks_access_policy_association: _association,
  ...common
} = staging;

/** How many resources of each type the two environments of the checks have. */
export const inventories = {
  staging,
  // a domain, NAT in each zone, records of the traffic, somebody who hears of money, and
  // copies of the backups
  production: {
    ...common,
    aws_acm_certificate: 1,
    aws_backup_vault: 2,
    aws_budgets_budget: 1,
    aws_cloudwatch_log_group: 4,
    aws_eip: 3,
    aws_flow_log: 1,
    aws_nat_gateway: 3,
    aws_route53_record: 2,
    aws_route53_zone: 1,
  },
};
