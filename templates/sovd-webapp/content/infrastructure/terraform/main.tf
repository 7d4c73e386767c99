# Everything that one environment needs from AWS, one module per service.

locals {
  name         = "${var.application}-${var.environment}"
  cluster_name = var.create_cluster ? "${local.name}-cluster" : var.existing_cluster_name
  production   = var.tier == "production"
  uses_oidc    = var.workload_identity == "irsa"

  # Who reaches the cluster is the team's to say, and no answer of the form: environments/README.md.
  access_file = "${path.root}/../../environments/${var.environment}/access.json"
  access      = jsondecode(fileexists(local.access_file) ? file(local.access_file) : "{}")
  admin_arns  = compact(distinct(concat(var.cluster_admin_arns, [lookup(local.access, "adminRole", "")])))
  api_cidrs   = distinct(concat(var.cluster_public_access_cidrs, lookup(local.access, "apiCidrs", [])))

  tags = merge(var.tags, {
    Application        = var.application
    Environment        = var.environment
    ManagedBy          = "terraform"
    Tier               = var.tier
    "sovd:environment" = local.name
  })
}

data "aws_availability_zones" "available" {
  state = "available"

  # Local zones have no NAT gateways and no databases.
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

# Network and cluster: its own, or those that are there.

module "vpc" {
  source = "./modules/vpc"
  count  = var.create_cluster ? 1 : 0

  name                    = local.name
  cidr                    = var.vpc_cidr
  zones                   = slice(data.aws_availability_zones.available.names, 0, var.availability_zones)
  nat_mode                = var.nat_mode
  cluster_name            = local.cluster_name
  flow_log_retention_days = local.production ? var.log_retention_days : 0
}

module "eks" {
  source = "./modules/eks"
  count  = var.create_cluster ? 1 : 0

  name                   = local.name
  cluster_name           = local.cluster_name
  kubernetes_version     = var.kubernetes_version
  private_subnet_ids     = module.vpc[0].private_subnet_ids
  public_access_cidrs    = local.api_cidrs
  node_instance_type     = var.node_instance_type
  nodes                  = { min = var.nodes_min, desired = var.nodes_desired, max = var.nodes_max }
  node_disk_gb           = var.node_disk_gb
  workload_identity      = var.workload_identity
  volume_driver_role_arn = module.iam.controller_role_arns["volume-driver"]
  log_retention_days     = var.log_retention_days
  tags                   = local.tags

  access = merge(
    { for arn in local.admin_arns : arn => {
      principal_arn = arn
      policy        = "AmazonEKSClusterAdminPolicy"
      namespaces    = []
    } },
    # The pipeline may do everything in the namespace of its environment, and nothing elsewhere.
    var.github_repository == "" ? {} : { deploy = {
      principal_arn = module.iam.deploy_role_arn
      policy        = "AmazonEKSClusterAdminPolicy"
      namespaces    = [var.namespace]
    } },
  )
}

data "aws_eks_cluster" "existing" {
  count = var.create_cluster ? 0 : 1

  name = var.existing_cluster_name
}

data "aws_vpc" "existing" {
  count = var.create_cluster ? 0 : 1

  id = data.aws_eks_cluster.existing[0].vpc_config[0].vpc_id
}

data "aws_iam_openid_connect_provider" "existing" {
  count = var.create_cluster ? 0 : 1

  url = data.aws_eks_cluster.existing[0].identity[0].oidc[0].issuer
}

locals {
  vpc_id   = var.create_cluster ? module.vpc[0].vpc_id : data.aws_vpc.existing[0].id
  vpc_cidr = var.create_cluster ? module.vpc[0].vpc_cidr : data.aws_vpc.existing[0].cidr_block

  public_subnet_ids = var.create_cluster ? module.vpc[0].public_subnet_ids : []
  private_subnet_ids = var.create_cluster ? module.vpc[0].private_subnet_ids : (
    length(var.existing_subnet_ids) > 0
    ? var.existing_subnet_ids
    : tolist(data.aws_eks_cluster.existing[0].vpc_config[0].subnet_ids)
  )

  cluster_endpoint = var.create_cluster ? module.eks[0].cluster_endpoint : data.aws_eks_cluster.existing[0].endpoint
  cluster_security_group_id = (
    var.create_cluster
    ? module.eks[0].security_group_id
    : data.aws_eks_cluster.existing[0].vpc_config[0].cluster_security_group_id
  )

  oidc_issuer = (
    var.create_cluster
    ? module.eks[0].oidc_issuer
    : replace(data.aws_eks_cluster.existing[0].identity[0].oidc[0].issuer, "https://", "")
  )
  oidc_provider_arn = (
    var.create_cluster ? module.eks[0].oidc_provider_arn : data.aws_iam_openid_connect_provider.existing[0].arn
  )
}

# Secrets, and what they open.

module "secrets" {
  source = "./modules/secrets"

  providers = {
    aws           = aws
    aws.passwords = aws.passwords
  }

  name                 = local.name
  generate             = var.generate_passwords
  password_version     = var.password_version
  recovery_window_days = local.production ? 30 : 7
}

module "rds" {
  source = "./modules/rds"
  count  = var.database_mode == "dedicated" ? 1 : 0

  providers = {
    aws           = aws
    aws.passwords = aws.passwords
  }

  name                     = local.name
  vpc_id                   = local.vpc_id
  subnet_ids               = local.private_subnet_ids
  client_security_group_id = local.cluster_security_group_id
  postgres_version         = var.postgres_version
  instance_class           = var.database_class
  storage_gb               = var.database_storage_gb
  max_storage_gb           = var.database_max_storage_gb
  multi_az                 = var.database_multi_az
  # PostgreSQL folds and quotes names with hyphens; underscores need neither.
  database_name         = replace(local.name, "-", "_")
  username              = var.database_user
  password_secret_arn   = module.secrets.filled_arns["database"]
  managed_password      = !var.generate_passwords
  password_version      = var.password_version
  backup_retention_days = var.backup_retention_days
  protected             = local.production
}

module "elasticache" {
  source = "./modules/elasticache"

  name                     = local.name
  vpc_id                   = local.vpc_id
  subnet_ids               = local.private_subnet_ids
  client_security_group_id = local.cluster_security_group_id
  engine                   = var.cache_engine
  node_type                = var.cache_node_type
  nodes                    = var.cache_nodes
  password_secret_arn      = module.secrets.filled_arns["redis"]
  password_version         = var.password_version
}

module "backup" {
  source = "./modules/backup"
  count  = var.database_mode == "dedicated" ? 1 : 0

  providers = {
    aws          = aws
    aws.recovery = aws.recovery
  }

  name           = local.name
  resource_arns  = [module.rds[0].arn]
  retention_days = var.snapshot_retention_days
  copied         = var.recovery_region != ""
}

# Images, files and logs.

module "ecr" {
  source = "./modules/ecr"

  name               = local.name
  emptied_on_destroy = !local.production
}

module "s3" {
  source = "./modules/s3"

  name                 = local.name
  account_id           = var.account_id
  audit_retention_days = var.audit_retention_days
  dump_retention_days  = var.snapshot_retention_days
  emptied_on_destroy   = !local.production
}

resource "aws_cloudwatch_log_group" "application" {
  name              = "/sovd/${local.name}"
  retention_in_days = var.log_retention_days
}

resource "aws_cloudwatch_log_group" "audit" {
  name              = "/sovd/${local.name}/audit"
  retention_in_days = var.audit_retention_days
}

# Names and rights.

module "route53" {
  source = "./modules/route53"
  count  = var.hosted_zone_mode == "manual" ? 0 : 1

  domain           = var.domain
  hosted_zone_mode = var.hosted_zone_mode
  hosted_zone_id   = var.hosted_zone_id
}

module "alb" {
  source = "./modules/alb"
  count  = var.domain == "" ? 0 : 1

  domain     = var.domain
  manage_dns = var.hosted_zone_mode != "manual"
  zone_id    = one(module.route53[*].zone_id)
}

module "iam" {
  source = "./modules/iam"

  name               = local.name
  account_id         = var.account_id
  region             = var.region
  namespace          = var.namespace
  cluster_name       = var.create_cluster ? module.eks[0].cluster_name : var.existing_cluster_name
  workload_identity  = var.workload_identity
  oidc_provider_arn  = local.oidc_provider_arn
  oidc_issuer        = local.oidc_issuer
  secret_arns        = module.secrets.arns
  logs_bucket        = module.s3.logs_bucket
  backups_bucket     = module.s3.backups_bucket
  log_group_arns     = [aws_cloudwatch_log_group.application.arn, aws_cloudwatch_log_group.audit.arn]
  repository_arns    = module.ecr.repository_arns
  domain             = var.domain
  hosted_zone_id     = var.hosted_zone_mode == "manual" ? "" : module.route53[0].zone_id
  own_cluster        = var.create_cluster
  github_repository  = var.github_repository
  github_environment = var.environment
}

# Money.

resource "aws_budgets_budget" "this" {
  count = var.alert_email == "" ? 0 : 1

  name         = local.name
  budget_type  = "COST"
  time_unit    = "MONTHLY"
  limit_unit   = "USD"
  limit_amount = tostring(var.monthly_budget_usd)

  # Another application may have an environment of the same word in this account. Bills know the
  # tag once it is activated for cost allocation.
  cost_filter {
    name   = "TagKeyValue"
    values = [format("user:sovd:environment$%s", local.name)]
  }

  notification {
    comparison_operator        = "GREATER_THAN"
    notification_type          = "ACTUAL"
    threshold                  = 80
    threshold_type             = "PERCENTAGE"
    subscriber_email_addresses = [var.alert_email]
  }

  notification {
    comparison_operator        = "GREATER_THAN"
    notification_type          = "FORECASTED"
    threshold                  = 100
    threshold_type             = "PERCENTAGE"
    subscriber_email_addresses = [var.alert_email]
  }
}
