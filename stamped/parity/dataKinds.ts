import { listAt, plainKind, type Kind, type Row } from './Kind.ts';

/** One row for each bucket that has a setting. */
const bucketSetting = (
  name: string,
  type: string,
  has: (bucket: Row) => unknown,
): Kind => ({
  name,
  terraform: [type, () => ({})],
  cloudFormation: ['AWS::S3::Bucket', node => (has(node) ? {} : [])],
});

/** Which images a lifecycle policy ends. */
const selections = (policy: unknown): Row[] =>
  listAt(JSON.parse(String(policy)), 'rules').map(
    ({ selection }) => selection as Row,
  );

/** Modules rds, elasticache, s3, ecr, secrets and backup, logs and money. */
export const dataKinds: readonly Kind[] = [
  plainKind('database', ['aws_db_instance', 'AWS::RDS::DBInstance'], {
    name: ['identifier', 'DBInstanceIdentifier'],
    engine: ['engine', 'Engine'],
    version: ['engine_version', 'EngineVersion'],
    class: ['instance_class', 'DBInstanceClass'],
    database: ['db_name', 'DBName'],
    user: ['username', 'MasterUsername'],
    disk: ['storage_type', 'StorageType'],
    size: ['allocated_storage', 'AllocatedStorage'],
    most: ['max_allocated_storage', 'MaxAllocatedStorage'],
    encrypted: ['storage_encrypted', 'StorageEncrypted'],
    standby: ['multi_az', 'MultiAZ'],
    public: ['publicly_accessible', 'PubliclyAccessible'],
    authority: ['ca_cert_identifier', 'CACertificateIdentifier'],
    patched: ['auto_minor_version_upgrade', 'AutoMinorVersionUpgrade'],
    backups: ['backup_retention_period', 'BackupRetentionPeriod'],
    backedUp: ['backup_window', 'PreferredBackupWindow'],
    maintained: ['maintenance_window', 'PreferredMaintenanceWindow'],
    logs: ['enabled_cloudwatch_logs_exports', 'EnableCloudwatchLogsExports'],
    insights: ['performance_insights_enabled', 'EnablePerformanceInsights'],
    protected: ['deletion_protection', 'DeletionProtection'],
    forgetsBackups: ['delete_automated_backups', 'DeleteAutomatedBackups'],
  }),
  plainKind(
    'subnets of the database',
    ['aws_db_subnet_group', 'AWS::RDS::DBSubnetGroup'],
    { name: ['name', 'DBSubnetGroupName'] },
  ),
  {
    name: 'settings of the database',
    terraform: [
      'aws_db_parameter_group',
      node =>
        listAt(node, 'parameter').map(({ name, value }) => ({
          family: node.family,
          name,
          value,
        })),
    ],
    cloudFormation: [
      'AWS::RDS::DBParameterGroup',
      node =>
        Object.entries(node.Parameters as Row).map(([name, value]) => ({
          family: node.Family,
          name,
          value,
        })),
    ],
  },
  plainKind(
    'cache',
    ['aws_elasticache_replication_group', 'AWS::ElastiCache::ReplicationGroup'],
    {
      name: ['replication_group_id', 'ReplicationGroupId'],
      engine: ['engine', 'Engine'],
      version: ['engine_version', 'EngineVersion'],
      class: ['node_type', 'CacheNodeType'],
      nodes: ['num_cache_clusters', 'NumCacheClusters'],
      failover: ['automatic_failover_enabled', 'AutomaticFailoverEnabled'],
      zones: ['multi_az_enabled', 'MultiAZEnabled'],
      port: ['port', 'Port'],
      atRest: ['at_rest_encryption_enabled', 'AtRestEncryptionEnabled'],
      inTransit: ['transit_encryption_enabled', 'TransitEncryptionEnabled'],
      snapshots: ['snapshot_retention_limit', 'SnapshotRetentionLimit'],
    },
  ),
  plainKind(
    'subnets of the cache',
    ['aws_elasticache_subnet_group', 'AWS::ElastiCache::SubnetGroup'],
    { name: ['name', 'CacheSubnetGroupName'] },
  ),
  plainKind('bucket', ['aws_s3_bucket', 'AWS::S3::Bucket'], {
    name: ['bucket', 'BucketName'],
  }),
  bucketSetting(
    'bucket closed to the public',
    'aws_s3_bucket_public_access_block',
    node => node.PublicAccessBlockConfiguration,
  ),
  bucketSetting(
    'bucket with versions',
    'aws_s3_bucket_versioning',
    node => node.VersioningConfiguration,
  ),
  bucketSetting(
    'encrypted bucket',
    'aws_s3_bucket_server_side_encryption_configuration',
    node => node.BucketEncryption,
  ),
  bucketSetting(
    'bucket without lists of rights',
    'aws_s3_bucket_ownership_controls',
    node => node.OwnershipControls,
  ),
  {
    name: 'end of what is in a bucket',
    terraform: [
      'aws_s3_bucket_lifecycle_configuration',
      node => {
        const [expire, tidy] = listAt(node, 'rule');
        return {
          under: listAt(expire, 'filter')[0].prefix,
          days: listAt(expire, 'expiration')[0].days,
          old: listAt(tidy, 'noncurrent_version_expiration')[0].noncurrent_days,
        };
      },
    ],
    cloudFormation: [
      'AWS::S3::Bucket',
      node => {
        const [expire, tidy] = listAt(node, 'LifecycleConfiguration.Rules');
        const { NoncurrentDays: old } = tidy.NoncurrentVersionExpiration as Row;
        return {
          under: expire.Prefix ?? '',
          days: expire.ExpirationInDays,
          old,
        };
      },
    ],
  },
  plainKind(
    'rights on a bucket',
    ['aws_s3_bucket_policy', 'AWS::S3::BucketPolicy'],
    {},
  ),
  plainKind('images', ['aws_ecr_repository', 'AWS::ECR::Repository'], {
    name: ['name', 'RepositoryName'],
    tags: ['image_tag_mutability', 'ImageTagMutability'],
    scanned: [
      'image_scanning_configuration.0.scan_on_push',
      'ImageScanningConfiguration.ScanOnPush',
    ],
  }),
  {
    name: 'end of images',
    terraform: ['aws_ecr_lifecycle_policy', node => selections(node.policy)],
    cloudFormation: [
      'AWS::ECR::Repository',
      node =>
        selections(
          (node.LifecyclePolicy as Row | undefined)?.LifecyclePolicyText,
        ),
    ],
  },
  plainKind(
    'secret',
    ['aws_secretsmanager_secret', 'AWS::SecretsManager::Secret'],
    {
      name: ['name', 'Name'],
      what: ['description', 'Description'],
    },
  ),
  plainKind('vault', ['aws_backup_vault', 'AWS::Backup::BackupVault'], {
    name: ['name', 'BackupVaultName'],
  }),
  plainKind('backup plan', ['aws_backup_plan', 'AWS::Backup::BackupPlan'], {
    name: ['name', 'BackupPlan.BackupPlanName'],
    rule: ['rule.0.rule_name', 'BackupPlan.BackupPlanRule.0.RuleName'],
    when: ['rule.0.schedule', 'BackupPlan.BackupPlanRule.0.ScheduleExpression'],
    days: [
      'rule.0.lifecycle.0.delete_after',
      'BackupPlan.BackupPlanRule.0.Lifecycle.DeleteAfterDays',
    ],
  }),
  plainKind(
    'what is backed up',
    ['aws_backup_selection', 'AWS::Backup::BackupSelection'],
    { name: ['name', 'BackupSelection.SelectionName'] },
  ),
  plainKind('logs', ['aws_cloudwatch_log_group', 'AWS::Logs::LogGroup'], {
    name: ['name', 'LogGroupName'],
    days: ['retention_in_days', 'RetentionInDays'],
  }),
  plainKind('budget', ['aws_budgets_budget', 'AWS::Budgets::Budget'], {
    name: ['name', 'Budget.BudgetName'],
    amount: ['limit_amount', 'Budget.BudgetLimit.Amount'],
    counts: ['cost_filter.0.values.0', 'Budget.CostFilters.TagKeyValue.0'],
  }),
];
