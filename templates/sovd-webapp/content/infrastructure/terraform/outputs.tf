# The same keys as the outputs of infrastructure/cloudformation/main.yaml give, so that whoever reads
# them needn't know which of both ran; that is why they aren't snake_case. None is a secret.

locals {
  database = var.database_mode == "existing" ? {
    host            = var.existing_database.host
    port            = tostring(var.existing_database.port)
    name            = var.existing_database.name
    user            = var.existing_database.user
    max_connections = var.existing_database.max_connections
    url_template = format(
      "postgresql+asyncpg://%s:$(DATABASE_PASSWORD)@%s:%d/%s?ssl=require",
      var.existing_database.user,
      var.existing_database.host,
      var.existing_database.port,
      var.existing_database.name,
    )
    } : {
    host            = module.rds[0].host
    port            = tostring(module.rds[0].port)
    name            = module.rds[0].database_name
    user            = module.rds[0].username
    max_connections = module.rds[0].max_connections
    url_template    = module.rds[0].url_template
  }

  certificate_arn = var.domain == "" ? "" : module.alb[0].certificate_arn

  helm_values = {
    backend  = { image = { repository = module.ecr.repository_urls["backend"] } }
    frontend = { image = { repository = module.ecr.repository_urls["frontend"] } }
    config = {
      database = {
        host           = local.database.host
        port           = local.database.port
        name           = local.database.name
        user           = local.database.user
        maxConnections = local.database.max_connections
      }
      redis = {
        host = module.elasticache.host
        port = tostring(module.elasticache.port)
      }
    }
    ingress = {
      annotations = local.certificate_arn == "" ? {} : {
        "alb.ingress.kubernetes.io/certificate-arn" = local.certificate_arn
      }
    }
    serviceAccount = {
      annotations = local.uses_oidc ? { "eks.amazonaws.com/role-arn" = module.iam.app_role_arn } : {}
    }
    networkPolicy = { vpcCidr = local.vpc_cidr }
  }
}

output "region" {
  description = "AWS region"
  value       = var.region
}

output "accountId" {
  description = "AWS account"
  value       = var.account_id
}

output "clusterName" {
  description = "EKS cluster of the environment"
  value       = local.cluster_name
}

output "clusterEndpoint" {
  description = "Address of its API server"
  value       = local.cluster_endpoint

  precondition {
    condition     = length(setsubtract(keys(local.access), ["adminRole", "apiCidrs"])) == 0
    error_message = "environments/${var.environment}/access.json has apiCidrs and adminRole, and nothing else."
  }
}

output "oidcProviderArn" {
  description = "What IAM knows its tokens' issuer as"
  value       = local.oidc_provider_arn
}

output "vpcId" {
  description = "The network"
  value       = local.vpc_id
}

output "vpcCidr" {
  description = "Its range"
  value       = local.vpc_cidr
}

output "publicSubnetIds" {
  description = "Subnets of load balancers, with commas between"
  value       = join(",", local.public_subnet_ids)
}

output "privateSubnetIds" {
  description = "Subnets of nodes, database and cache, with commas between"
  value       = join(",", local.private_subnet_ids)
}

output "databaseHost" {
  description = "Address of the database"
  value       = local.database.host
}

output "databasePort" {
  description = "Its port"
  value       = local.database.port
}

output "databaseName" {
  description = "Database in the server"
  value       = local.database.name
}

output "databaseUser" {
  description = "Its owner"
  value       = local.database.user
}

output "databaseMaxConnections" {
  description = "Connections that the server accepts"
  value       = tostring(local.database.max_connections)
}

output "databaseUrlTemplate" {
  description = "DATABASE_URL; Kubernetes puts the password in when a pod starts"
  value       = local.database.url_template
}

output "redisHost" {
  description = "Address of the cache's primary"
  value       = module.elasticache.host
}

output "redisPort" {
  description = "Its port"
  value       = tostring(module.elasticache.port)
}

output "redisTls" {
  description = "Whether it is reached by TLS only"
  value       = "true"
}

output "redisUrlTemplate" {
  description = "REDIS_URL; Kubernetes puts the password in when a pod starts"
  value       = module.elasticache.url_template
}

output "ecrBackendUrl" {
  description = "Images of the backend"
  value       = module.ecr.repository_urls["backend"]
}

output "ecrFrontendUrl" {
  description = "Images of the frontend"
  value       = module.ecr.repository_urls["frontend"]
}

output "certificateArn" {
  description = "Certificate of the domain; empty without one"
  value       = local.certificate_arn
}

output "certificateProof" {
  description = "Record that ACM waits for, as name type value; somebody sets it where DNS is done by hand"
  value = var.domain == "" ? "" : join(" ", [
    module.alb[0].proof.name,
    module.alb[0].proof.type,
    module.alb[0].proof.value,
  ])
}

output "hostedZoneId" {
  description = "Route 53 zone of the domain; empty where DNS is done by hand"
  value       = var.hosted_zone_mode == "manual" ? "" : module.route53[0].zone_id
}

output "hostedZoneNameServers" {
  description = "NS records for the parent zone, with commas between; empty unless the zone is new"
  value       = var.hosted_zone_mode == "manual" ? "" : join(",", module.route53[0].name_servers)
}

output "domain" {
  description = "Name under which people reach it; empty without one"
  value       = var.domain
}

output "appRoleArn" {
  description = "Role of the backend's pods"
  value       = module.iam.app_role_arn
}

output "secretsReaderRoleArn" {
  description = "Role with which External Secrets reads the secrets"
  value       = module.iam.secrets_reader_role_arn
}

output "deployRoleArn" {
  description = "Role of the pipeline; empty when it isn't GitHub's"
  value       = module.iam.deploy_role_arn
}

output "loadBalancerControllerRoleArn" {
  description = "Role of the AWS Load Balancer Controller; empty on a cluster that was there"
  value       = lookup(module.iam.controller_role_arns, "load-balancer-controller", "")
}

output "clusterAutoscalerRoleArn" {
  description = "Role of the Cluster Autoscaler; empty on a cluster that was there"
  value       = lookup(module.iam.controller_role_arns, "cluster-autoscaler", "")
}

output "logShipperRoleArn" {
  description = "Role with which Fluent Bit writes the log groups; empty on a cluster that was there"
  value       = lookup(module.iam.controller_role_arns, "log-shipper", "")
}

output "databaseSecretName" {
  description = "Secret with the database's password"
  value       = module.secrets.names["database"]
}

output "jwtSecretName" {
  description = "Secret with the key that signs tokens"
  value       = module.secrets.names["jwt"]
}

output "redisSecretName" {
  description = "Secret with the cache's password"
  value       = module.secrets.names["redis"]
}

output "backupsBucket" {
  description = "Dumps of the database"
  value       = module.s3.backups_bucket
}

output "logsBucket" {
  description = "Archived audit logs"
  value       = module.s3.logs_bucket
}

output "albLogsBucket" {
  description = "Access logs of the load balancer"
  value       = module.s3.alb_logs_bucket
}

output "logGroupName" {
  description = "Logs of the application"
  value       = aws_cloudwatch_log_group.application.name
}

output "nodeGroupMin" {
  description = "Nodes that there are at least"
  value       = tostring(var.nodes_min)
}

output "nodeGroupDesired" {
  description = "Nodes that there are at first"
  value       = tostring(var.nodes_desired)
}

output "nodeGroupMax" {
  description = "Nodes that there are at most"
  value       = tostring(var.nodes_max)
}

output "nodeInstanceType" {
  description = "Size of a node"
  value       = var.node_instance_type
}

output "helm_values" {
  description = "Values of the chart that come from here"
  value       = local.helm_values
}

output "helm_values_yaml" {
  description = "The same as a file for helm -f: terraform output -raw helm_values_yaml > environments/<environment>/outputs.yaml"
  value       = yamlencode(local.helm_values)
}
