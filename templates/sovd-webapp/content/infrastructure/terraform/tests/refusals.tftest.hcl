# What a person may get wrong is refused before AWS is asked. One run says all that is wrong at once.

mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "aws" {
  alias  = "recovery"
  source = "./tests/mocks"
}

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
  application        = "fleet"
  environment        = "staging"
  tier               = "staging"
  namespace          = "fleet-staging"
  account_id         = "000000000000"
  generate_passwords = false
}

run "refuses_values_out_of_their_bounds" {
  command = plan

  variables {
    application                 = "Fleet--One"
    tier                        = "gold"
    namespace                   = "kube-system"
    account_id                  = "1234"
    region                      = "Virginia"
    tags                        = { ManagedBy = "nobody" }
    vpc_cidr                    = "8.8.0.0/16"
    nat_mode                    = "none"
    create_cluster              = false
    kubernetes_version          = "2"
    workload_identity           = "keys"
    cluster_public_access_cidrs = ["everywhere"]
    cluster_admin_arns          = ["root"]
    node_instance_type          = "t2.nano"
    node_disk_gb                = 8
    database_mode               = "shared"
    database_user               = "rdsadmin"
    database_class              = "db.t3.micro"
    database_storage_gb         = 10
    postgres_version            = "9"
    snapshot_retention_days     = 0
    cache_engine                = "memcached"
    cache_node_type             = "cache.t1.micro"
    password_version            = 0
    domain                      = "Fleet.example.com."
    github_repository           = "https://github.com/example/fleet"
    log_retention_days          = 5
    audit_retention_days        = 30
    monthly_budget_usd          = 1
    alert_email                 = "somebody"
  }

  expect_failures = [
    var.application,
    var.tier,
    var.namespace,
    var.account_id,
    var.region,
    var.tags,
    var.vpc_cidr,
    var.nat_mode,
    var.existing_cluster_name,
    var.kubernetes_version,
    var.workload_identity,
    var.cluster_public_access_cidrs,
    var.cluster_admin_arns,
    var.node_instance_type,
    var.node_disk_gb,
    var.database_mode,
    var.database_user,
    var.database_class,
    var.database_storage_gb,
    var.postgres_version,
    var.snapshot_retention_days,
    var.cache_engine,
    var.cache_node_type,
    var.password_version,
    var.domain,
    var.github_repository,
    var.log_retention_days,
    var.audit_retention_days,
    var.monthly_budget_usd,
    var.alert_email,
  ]
}

run "refuses_answers_that_contradict_others" {
  command = plan

  variables {
    environment             = "9"
    availability_zones      = 1
    nodes_min               = 5
    nodes_max               = 2
    database_mode           = "existing"
    database_max_storage_gb = 105
    backup_retention_days   = 36
    cache_nodes             = 7
    hosted_zone_mode        = "create"
    recovery_region         = "us-east-1"
  }

  expect_failures = [
    var.environment,
    var.availability_zones,
    var.nodes_min,
    var.nodes_max,
    var.existing_database,
    var.database_max_storage_gb,
    var.backup_retention_days,
    var.cache_nodes,
    var.hosted_zone_mode,
    var.recovery_region,
  ]
}

run "refuses_a_production_that_would_not_outlive_a_zone" {
  command = plan

  variables {
    tier               = "production"
    application        = "a-name-of-20-letters"
    environment        = "environment"
    availability_zones = 2
    nodes_min          = 2
    domain             = "fleet.example.com"
    hosted_zone_mode   = "existing"
  }

  expect_failures = [
    var.environment,
    var.availability_zones,
    var.nodes_min,
    var.database_multi_az,
    var.backup_retention_days,
    var.cache_nodes,
    var.hosted_zone_id,
  ]
}
