# Whole environments, planned and applied against a provider that only pretends.

mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "aws" {
  alias  = "recovery"
  source = "./tests/mocks"
}

# Never asked, since no password is generated here.
provider "aws" {
  alias                       = "passwords"
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

variables {
  application = "fleet"
  environment = "staging"
  tier        = "staging"
  namespace   = "fleet-staging"
  account_id  = "000000000000"

  # Pretended providers know no ephemeral values.
  generate_passwords = false
}

run "staging_has_what_its_tier_needs" {
  variables {
    domain            = "staging.fleet.example.com"
    hosted_zone_mode  = "create"
    github_repository = "example/fleet"
    alert_email       = "fleet@example.com"
  }

  assert {
    condition     = output.clusterName == "fleet-staging-cluster" && output.region == "us-east-1"
    error_message = "The cluster is named after application and environment."
  }

  assert {
    condition     = output.databaseName == "fleet_staging" && output.databaseUser == "sovd_admin"
    error_message = "The database is named after application and environment."
  }

  assert {
    condition     = can(regex("^postgresql\\+asyncpg://sovd_admin:\\$\\(DATABASE_PASSWORD\\)@[a-z.]+:5432/fleet_staging\\?ssl=require$", output.databaseUrlTemplate))
    error_message = "The address of the database has a place for the password, and asks for TLS."
  }

  assert {
    condition     = output.redisUrlTemplate == "rediss://:$(REDIS_PASSWORD)@cache.example.com:6379/0"
    error_message = "The address of the cache has a place for the password, and asks for TLS."
  }

  assert {
    condition = [output.databaseSecretName, output.jwtSecretName, output.redisSecretName] == [
      "fleet-staging/database", "fleet-staging/jwt", "fleet-staging/redis",
    ]
    error_message = "The secrets are named as the ExternalSecret asks for them."
  }

  assert {
    condition     = jsonencode(yamldecode(output.helm_values_yaml)) == jsonencode(output.helm_values)
    error_message = "The YAML text holds the values."
  }

  assert {
    condition     = output.helm_values.config.database.host == output.databaseHost && output.helm_values.config.database.port == "5432"
    error_message = "The chart reaches the database that was made; its port is a text."
  }

  assert {
    condition     = output.helm_values.config.redis.host == output.redisHost
    error_message = "The chart reaches the cache that was made."
  }

  assert {
    condition     = output.helm_values.ingress.annotations["alb.ingress.kubernetes.io/certificate-arn"] == output.certificateArn
    error_message = "The Ingress uses the certificate that was made."
  }

  assert {
    condition     = output.helm_values.serviceAccount.annotations["eks.amazonaws.com/role-arn"] == output.appRoleArn
    error_message = "The pods' account names the role that was made."
  }

  assert {
    condition     = output.databaseMaxConnections == "450" && output.helm_values.config.database.maxConnections == 450
    error_message = "The chart knows how many connections the class allows."
  }

  assert {
    condition = alltrue([for value in [
      output.accountId, output.clusterEndpoint, output.oidcProviderArn, output.vpcId, output.vpcCidr,
      output.publicSubnetIds, output.privateSubnetIds, output.databaseHost, output.databasePort, output.redisHost,
      output.redisPort, output.redisTls, output.ecrBackendUrl, output.ecrFrontendUrl, output.certificateArn,
      output.certificateProof, output.hostedZoneId, output.hostedZoneNameServers, output.domain,
      output.secretsReaderRoleArn, output.deployRoleArn, output.loadBalancerControllerRoleArn,
      output.clusterAutoscalerRoleArn, output.backupsBucket, output.logsBucket, output.albLogsBucket,
      output.logGroupName, output.nodeGroupMin, output.nodeGroupDesired, output.nodeGroupMax, output.nodeInstanceType,
    ] : value != ""])
    error_message = "Every output says something."
  }

  assert {
    condition     = length(split(",", output.privateSubnetIds)) == 3 && length(split(",", output.publicSubnetIds)) == 3
    error_message = "There are three public and three private subnets."
  }

  assert {
    condition     = aws_cloudwatch_log_group.application.retention_in_days == 30 && aws_cloudwatch_log_group.audit.retention_in_days == 90
    error_message = "Logs are kept 30 days, those for audits 90."
  }

  assert {
    condition     = aws_budgets_budget.this[0].limit_amount == "800" && length(aws_budgets_budget.this[0].notification) == 2
    error_message = "The budget warns before it is spent."
  }

  assert {
    condition     = [for filter in aws_budgets_budget.this[0].cost_filter : filter.values] == [tolist(["user:sovd:environment$fleet-staging"])]
    error_message = "The budget counts this environment alone: another application may have a staging, too."
  }
}

run "production_can_have_all_that_is_asked_of_it" {
  command = plan

  variables {
    environment             = "production"
    tier                    = "production"
    namespace               = "fleet-production"
    nat_mode                = "per-zone"
    nodes_max               = 7
    database_class          = "db.t3.large"
    database_multi_az       = true
    backup_retention_days   = 7
    cache_node_type         = "cache.t3.medium"
    cache_nodes             = 2
    domain                  = "fleet.example.com"
    hosted_zone_mode        = "existing"
    hosted_zone_id          = "Z0123456789EXISTING"
    recovery_region         = "us-west-2"
    cluster_admin_arns      = ["arn:aws:iam::000000000000:role/platform"]
    snapshot_retention_days = 30
  }

  assert {
    condition     = output.databaseMaxConnections == "901" && output.databaseName == "fleet_production"
    error_message = "The larger class allows more connections."
  }

  assert {
    condition     = output.hostedZoneId == "Z0123456789EXISTING" && output.hostedZoneNameServers == ""
    error_message = "A zone that is there is used."
  }

  assert {
    condition     = output.deployRoleArn == ""
    error_message = "Without a repository on GitHub there is no role for its pipeline."
  }
}

run "joins_a_cluster_that_is_there" {
  # What describes a cluster of its own has no effect here, so it isn't judged either.
  variables {
    create_cluster        = false
    existing_cluster_name = "shared"
    nodes_min             = 2
    nodes_desired         = 1
    nodes_max             = 1
  }

  assert {
    condition     = length(module.vpc) == 0 && length(module.eks) == 0
    error_message = "Neither network nor cluster is made."
  }

  assert {
    condition = [output.clusterName, output.vpcId, output.vpcCidr, output.privateSubnetIds] == [
      "shared", "vpc-shared", "10.99.0.0/16", "subnet-shared-a,subnet-shared-b",
    ]
    error_message = "Database and cache stand in the cluster's network."
  }

  assert {
    condition     = strcontains(output.oidcProviderArn, "SHARED") && output.loadBalancerControllerRoleArn == ""
    error_message = "The cluster's own provider is used, and its controllers are left alone."
  }
}

run "gives_pods_their_roles_by_association" {
  command = plan

  variables {
    workload_identity = "pod-identity"
  }

  assert {
    condition     = length(output.helm_values.serviceAccount.annotations) == 0
    error_message = "EKS Pod Identity needs no annotation of the pods' account."
  }
}

run "shares_a_database_that_is_there" {
  command = plan

  variables {
    database_mode = "existing"
    existing_database = {
      host            = "shared.example.com"
      port            = 5432
      name            = "fleet_demo"
      user            = "fleet_demo"
      max_connections = 450
    }
  }

  assert {
    condition     = length(module.rds) == 0 && length(module.backup) == 0
    error_message = "No instance is made or backed up."
  }

  assert {
    condition     = output.databaseUrlTemplate == "postgresql+asyncpg://fleet_demo:$(DATABASE_PASSWORD)@shared.example.com:5432/fleet_demo?ssl=require"
    error_message = "The chart reaches the instance that is there."
  }
}
