# environments/<environment>/<environment>.auto.tfvars.json answers what depends on the environment.

# Environment

variable "application" {
  description = "Name of the application"
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.application)) && !strcontains(var.application, "--")
    error_message = "The name must be 3 to 20 lower-case letters, digits and single hyphens, beginning with a letter."
  }
}

variable "environment" {
  description = "Name of the environment"
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,13}[a-z0-9]$", var.environment)) && !strcontains(var.environment, "--")
    error_message = "The environment must be 2 to 15 lower-case letters, digits and single hyphens, beginning with a letter."
  }

  validation {
    condition     = length("${var.application}-${var.environment}") <= 28
    error_message = "<application>-<environment> begins every name and may have 28 characters at most."
  }
}

variable "tier" {
  description = "staging or production: production is protected against deletion and keeps records of its traffic"
  type        = string

  validation {
    condition     = contains(["staging", "production"], var.tier)
    error_message = "The tier is staging or production."
  }
}

variable "namespace" {
  description = "Kubernetes namespace of the environment"
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.namespace)) && !startswith(var.namespace, "kube-")
    error_message = "The namespace must be a DNS label that doesn't begin with kube-."
  }
}

variable "account_id" {
  description = "AWS account; Terraform stops when the credentials are those of another one"
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "The account must be 12 digits."
  }
}

variable "region" {
  description = "AWS region"
  type        = string
  default     = "us-east-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "The region must be such as us-east-1."
  }
}

variable "tags" {
  description = "Further tags of everything"
  type        = map(string)
  default     = {}

  validation {
    condition     = length(setintersection(keys(var.tags), ["Application", "Environment", "ManagedBy", "Tier", "sovd:environment"])) == 0
    error_message = "Application, Environment, ManagedBy, Tier and sovd:environment are set already."
  }
}

# Network

variable "vpc_cidr" {
  description = "Private range of the network, /16 to /20"
  type        = string
  default     = "10.0.0.0/16"

  validation {
    condition = can(cidrnetmask(var.vpc_cidr)) && can(
      regex("^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.).*/(1[6-9]|20)$", var.vpc_cidr)
    )
    error_message = "The range must be private (RFC 1918) and between /16 and /20, such as 10.0.0.0/16."
  }
}

variable "availability_zones" {
  description = "How many zones are used; production needs three"
  type        = number
  default     = 3

  validation {
    condition     = contains([2, 3], var.availability_zones)
    error_message = "Two or three zones are supported."
  }

  validation {
    condition     = !var.create_cluster || var.tier != "production" || var.availability_zones == 3
    error_message = "Production uses three zones."
  }
}

variable "nat_mode" {
  description = "single: one NAT gateway for all zones; per-zone: one each, so that a zone can fail"
  type        = string
  default     = "single"

  validation {
    condition     = contains(["single", "per-zone"], var.nat_mode)
    error_message = "NAT is single or per-zone."
  }
}

# Cluster

variable "create_cluster" {
  description = "Whether the environment gets a network and a cluster of its own; else it joins existing_cluster_name"
  type        = bool
  default     = true
}

variable "existing_cluster_name" {
  description = "EKS cluster that is there, with its network"
  type        = string
  default     = ""

  validation {
    condition     = var.create_cluster || var.existing_cluster_name != ""
    error_message = "Name the cluster that is there, or set create_cluster."
  }
}

variable "existing_subnet_ids" {
  description = "Private subnets of its network for database and cache; those of the cluster when empty"
  type        = list(string)
  default     = []
}

variable "kubernetes_version" {
  description = "Minor version of Kubernetes"
  type        = string
  default     = "1.36"

  validation {
    condition     = can(regex("^1\\.[0-9]{2}$", var.kubernetes_version))
    error_message = "The version must be a minor version, such as 1.36."
  }
}

variable "workload_identity" {
  description = "irsa: pods get roles by the cluster's OIDC provider; pod-identity: by associations"
  type        = string
  default     = "irsa"

  validation {
    condition     = contains(["irsa", "pod-identity"], var.workload_identity)
    error_message = "The workload identity is irsa or pod-identity."
  }
}

variable "cluster_public_access_cidrs" {
  description = "Who may reach the API server from outside the network; nobody when empty"
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for block in var.cluster_public_access_cidrs : can(cidrnetmask(block))])
    error_message = "Each must be an address block, such as 203.0.113.0/24."
  }
}

variable "cluster_admin_arns" {
  description = "Roles that administer the cluster, beside the one that creates it"
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.cluster_admin_arns : can(regex("^arn:[a-z-]+:iam::[0-9]{12}:(role|user)/.+$", arn))])
    error_message = "Each must be the ARN of a role or user."
  }
}

variable "node_instance_type" {
  description = "Size of a node"
  type        = string
  default     = "t3.large"

  validation {
    condition     = contains(["t3.medium", "t3.large"], var.node_instance_type)
    error_message = "Nodes are t3.medium or t3.large."
  }
}

variable "nodes_min" {
  description = "Nodes that there are at least"
  type        = number
  default     = 3

  validation {
    condition     = !var.create_cluster || (var.nodes_min >= 1 && var.nodes_min <= var.nodes_desired)
    error_message = "There is at least one node, and no more than nodes_desired."
  }

  validation {
    condition     = !var.create_cluster || var.tier != "production" || var.nodes_min >= 3
    error_message = "Production has a node in each of three zones."
  }
}

variable "nodes_desired" {
  description = "Nodes that there are at first"
  type        = number
  default     = 3
}

variable "nodes_max" {
  description = "Nodes that there are at most"
  type        = number
  default     = 5

  validation {
    condition     = !var.create_cluster || (var.nodes_max >= var.nodes_desired && var.nodes_max <= 20)
    error_message = "There are at most 20 nodes, and no fewer than nodes_desired."
  }
}

variable "node_disk_gb" {
  description = "Root volume of a node in GB"
  type        = number
  default     = 50

  validation {
    condition     = var.node_disk_gb >= 20 && var.node_disk_gb <= 200
    error_message = "The volume has 20 to 200 GB."
  }
}

# Database

variable "database_mode" {
  description = "dedicated: an instance of its own; existing: existing_database"
  type        = string
  default     = "dedicated"

  validation {
    condition     = contains(["dedicated", "existing"], var.database_mode)
    error_message = "The database is dedicated or existing."
  }
}

variable "existing_database" {
  description = "Outputs of the environment whose instance is shared; its password is put into this environment's secret by hand"
  type = object({
    host            = string
    port            = number
    name            = string
    user            = string
    max_connections = number
  })
  default = null

  validation {
    condition     = var.database_mode == "dedicated" || var.existing_database != null
    error_message = "Describe the database that is there, or use a dedicated one."
  }
}

variable "database_user" {
  description = "Owner of the database"
  type        = string
  default     = "sovd_admin"

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,15}$", var.database_user)) && var.database_user != "rdsadmin"
    error_message = "The user must be up to 16 lower-case letters, digits and underscores, beginning with a letter."
  }
}

variable "database_class" {
  description = "Size of the database"
  type        = string
  default     = "db.t3.medium"

  validation {
    condition     = contains(["db.t3.medium", "db.t3.large"], var.database_class)
    error_message = "The class is db.t3.medium or db.t3.large."
  }
}

variable "database_multi_az" {
  description = "A standby in a second zone, which takes over by itself"
  type        = bool
  default     = false

  validation {
    condition     = var.tier != "production" || var.database_multi_az
    error_message = "Production has a standby."
  }
}

variable "database_storage_gb" {
  description = "Storage at first"
  type        = number
  default     = 100

  validation {
    condition     = var.database_storage_gb >= 20 && var.database_storage_gb <= 1000
    error_message = "The storage has 20 to 1000 GB."
  }
}

variable "database_max_storage_gb" {
  description = "How far the storage grows by itself"
  type        = number
  default     = 200

  validation {
    condition     = var.database_max_storage_gb * 10 >= var.database_storage_gb * 11 && var.database_max_storage_gb <= 2000
    error_message = "It grows by a tenth at least, and to 2000 GB at most."
  }
}

variable "postgres_version" {
  description = "Major version; RDS takes its newest minor version"
  type        = string
  default     = "15"

  validation {
    condition     = contains(["15", "16", "17", "18"], var.postgres_version)
    error_message = "PostgreSQL 15 to 18 are supported."
  }
}

variable "backup_retention_days" {
  description = "Days whose every moment can be restored"
  type        = number
  default     = 1

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35
    error_message = "RDS keeps 1 to 35 days."
  }

  validation {
    condition     = var.tier != "production" || var.backup_retention_days >= 7
    error_message = "Production keeps 7 days at least."
  }
}

variable "snapshot_retention_days" {
  description = "Days that daily snapshots are kept"
  type        = number
  default     = 30

  validation {
    condition     = var.snapshot_retention_days >= 1 && var.snapshot_retention_days <= 365
    error_message = "Snapshots are kept 1 to 365 days."
  }
}

variable "recovery_region" {
  description = "Region that snapshots are copied to; none when empty"
  type        = string
  default     = ""

  validation {
    condition     = var.recovery_region != var.region
    error_message = "A copy in the same region doesn't outlive it."
  }
}

# Cache

variable "cache_engine" {
  description = "redis (7.1) or valkey (8.0)"
  type        = string
  default     = "redis"

  validation {
    condition     = contains(["redis", "valkey"], var.cache_engine)
    error_message = "The engine is redis or valkey."
  }
}

variable "cache_node_type" {
  description = "Size of a node of the cache"
  type        = string
  default     = "cache.t3.small"

  validation {
    condition     = contains(["cache.t3.small", "cache.t3.medium"], var.cache_node_type)
    error_message = "The node type is cache.t3.small or cache.t3.medium."
  }
}

variable "cache_nodes" {
  description = "The primary and its replicas; from two on a replica takes over by itself"
  type        = number
  default     = 1

  validation {
    condition     = var.cache_nodes >= 1 && var.cache_nodes <= 6
    error_message = "There are 1 to 6 nodes."
  }

  validation {
    condition     = var.tier != "production" || var.cache_nodes >= 2
    error_message = "Production has a replica."
  }
}

# Secrets

variable "generate_passwords" {
  description = "Whether the values of the secrets are generated; else somebody puts them in, and RDS makes its owner's password itself"
  type        = bool
  default     = true
}

variable "password_version" {
  description = "Raise it to have new passwords written and set"
  type        = number
  default     = 1

  validation {
    condition     = var.password_version >= 1
    error_message = "Versions count from 1."
  }
}

# Names and the pipeline

variable "domain" {
  description = "Name under which people reach it; no certificate is asked for when empty"
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^(([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63})?$", var.domain))
    error_message = "The domain must be a full name in lower case without a dot at its end."
  }
}

variable "hosted_zone_mode" {
  description = "create: a zone for the domain; existing: hosted_zone_id; manual: DNS is done by hand"
  type        = string
  default     = "manual"

  validation {
    condition     = contains(["create", "existing", "manual"], var.hosted_zone_mode)
    error_message = "The zone is created, exists, or is left to people (manual)."
  }

  validation {
    condition     = var.hosted_zone_mode == "manual" || var.domain != ""
    error_message = "A zone needs a domain."
  }
}

variable "hosted_zone_id" {
  description = "The zone that is there"
  type        = string
  default     = ""

  validation {
    condition     = var.hosted_zone_mode != "existing" || can(regex("^Z[A-Z0-9]{5,31}$", var.hosted_zone_id))
    error_message = "Give the id of the zone that is there, such as Z0123456789ABCDEFGHIJ."
  }
}

variable "github_repository" {
  description = "Repository whose pipeline deploys, as owner/name; no role is made when empty"
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^([A-Za-z0-9._-]+/[A-Za-z0-9._-]+)?$", var.github_repository))
    error_message = "The repository must be owner/name."
  }
}

# Logs and money

variable "log_retention_days" {
  description = "Days that logs of the application and the control plane are kept"
  type        = number
  default     = 30

  validation {
    condition     = contains([7, 14, 30, 60, 90, 180, 365], var.log_retention_days)
    error_message = "CloudWatch keeps logs 7, 14, 30, 60, 90, 180 or 365 days."
  }
}

variable "audit_retention_days" {
  description = "Days that audit logs are kept"
  type        = number
  default     = 90

  validation {
    condition     = contains([90, 180, 365], var.audit_retention_days)
    error_message = "Audit logs are kept 90, 180 or 365 days."
  }
}

variable "monthly_budget_usd" {
  description = "What the environment may cost a month"
  type        = number
  default     = 800

  validation {
    condition     = var.monthly_budget_usd >= 100 && var.monthly_budget_usd <= 20000
    error_message = "The budget is 100 to 20000 dollars."
  }
}

variable "alert_email" {
  description = "Who hears when four fifths of the budget are spent, or all of it will be; nobody when empty"
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^([^@[:space:]]+@[^@[:space:]]+)?$", var.alert_email))
    error_message = "The address must be such as fleet@example.com."
  }
}
