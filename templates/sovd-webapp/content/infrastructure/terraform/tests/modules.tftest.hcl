# What modules put into documents, which whole environments only know once AWS has answered.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "pods_get_roles_by_the_cluster_s_issuer" {
  command = plan

  module {
    source = "./modules/iam"
  }

  variables {
    name              = "fleet-staging"
    account_id        = "000000000000"
    region            = "us-east-1"
    namespace         = "fleet-staging"
    cluster_name      = "fleet-staging-cluster"
    workload_identity = "irsa"
    oidc_provider_arn = "arn:aws:iam::000000000000:oidc-provider/oidc.example.com/id/MOCK"
    oidc_issuer       = "oidc.example.com/id/MOCK"
    secret_arns       = { database = "arn:database", jwt = "arn:jwt", redis = "arn:redis" }
    logs_bucket       = "logs"
    backups_bucket    = "backups"
    log_group_arns    = ["arn:logs"]
    repository_arns   = ["arn:repository"]
    own_cluster       = true
  }

  assert {
    condition     = aws_iam_role.workload["backend"].name == "fleet-staging-backend"
    error_message = "Roles are named after the environment."
  }

  assert {
    condition = jsondecode(aws_iam_role.workload["backend"].assume_role_policy).Statement[0].Condition == {
      StringEquals = {
        "oidc.example.com/id/MOCK:aud" = "sts.amazonaws.com"
        "oidc.example.com/id/MOCK:sub" = "system:serviceaccount:fleet-staging:fleet-staging-backend"
      }
    }
    error_message = "The backend's role is for its service account only."
  }

  assert {
    condition = (
      jsondecode(aws_iam_role.workload["secrets-reader"].assume_role_policy).Statement[0].Condition.StringEquals["oidc.example.com/id/MOCK:sub"]
      == "system:serviceaccount:fleet-staging:sovd-webapp-secrets-reader"
    )
    error_message = "The reader's role is for the service account of the bootstrap manifests."
  }

  assert {
    condition = jsonencode(jsondecode(aws_iam_role_policy.workload["secrets-reader"].policy).Statement) == jsonencode([{
      Action   = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"]
      Effect   = "Allow"
      Resource = ["arn:database", "arn:jwt", "arn:redis"]
      Sid      = "ReadSecretsOfTheEnvironment"
    }])
    error_message = "The reader reads the environment's secrets and nothing else."
  }

  assert {
    condition     = length(aws_eks_pod_identity_association.workload) == 0 && length(aws_iam_role.deploy) == 0
    error_message = "There is no association, and no role for a pipeline that isn't there."
  }
}

run "pods_get_roles_by_association" {
  command = plan

  module {
    source = "./modules/iam"
  }

  variables {
    name              = "fleet-staging"
    account_id        = "000000000000"
    region            = "us-east-1"
    namespace         = "fleet-staging"
    cluster_name      = "shared"
    workload_identity = "pod-identity"
    oidc_provider_arn = "arn:aws:iam::000000000000:oidc-provider/oidc.example.com/id/SHARED"
    oidc_issuer       = "oidc.example.com/id/SHARED"
    secret_arns       = { database = "arn:database", jwt = "arn:jwt", redis = "arn:redis" }
    logs_bucket       = "logs"
    backups_bucket    = "backups"
    log_group_arns    = ["arn:logs"]
    repository_arns   = ["arn:repository"]
    own_cluster       = false
  }

  assert {
    condition     = jsondecode(aws_iam_role.workload["backend"].assume_role_policy).Statement[0].Principal == { Service = "pods.eks.amazonaws.com" }
    error_message = "EKS Pod Identity takes the role."
  }

  assert {
    condition = [
      aws_eks_pod_identity_association.workload["backend"].namespace,
      aws_eks_pod_identity_association.workload["backend"].service_account,
    ] == ["fleet-staging", "fleet-staging-backend"]
    error_message = "The association is of the chart's service account."
  }

  assert {
    condition = (
      jsondecode(aws_iam_role.workload["secrets-reader"].assume_role_policy).Statement[0].Condition.StringEquals["oidc.example.com/id/SHARED:sub"]
      == "system:serviceaccount:fleet-staging:sovd-webapp-secrets-reader"
      && keys(aws_eks_pod_identity_association.workload) == ["backend"]
    )
    error_message = "External Secrets takes the reader's role by a token: it can't use an association."
  }

  assert {
    condition     = toset(keys(aws_iam_role.workload)) == toset(["backend", "secrets-reader"])
    error_message = "Controllers of a cluster that was there are left alone."
  }
}

run "the_pipeline_points_the_domain_and_changes_nothing_else_of_its_zone" {
  command = plan

  module {
    source = "./modules/iam"
  }

  variables {
    name               = "fleet-staging"
    account_id         = "000000000000"
    region             = "us-east-1"
    namespace          = "fleet-staging"
    cluster_name       = "shared"
    workload_identity  = "irsa"
    oidc_provider_arn  = "arn:aws:iam::000000000000:oidc-provider/oidc.example.com/id/SHARED"
    oidc_issuer        = "oidc.example.com/id/SHARED"
    secret_arns        = { database = "arn:database", jwt = "arn:jwt", redis = "arn:redis" }
    logs_bucket        = "logs"
    backups_bucket     = "backups"
    log_group_arns     = ["arn:logs"]
    repository_arns    = ["arn:repository"]
    own_cluster        = false
    github_repository  = "sovd/fleet"
    github_environment = "staging"
    domain             = "fleet.sovd.dev"
    hosted_zone_id     = "Z123"
  }

  assert {
    condition = [
      for statement in jsondecode(aws_iam_role_policy.deploy[0].policy).Statement : [statement.Resource, statement.Condition]
      if contains(statement.Action, "route53:ChangeResourceRecordSets")
      ] == [[["arn:aws:route53:::hostedzone/Z123"], { "ForAllValues:StringEquals" = {
        "route53:ChangeResourceRecordSetsNormalizedRecordNames" = ["fleet.sovd.dev"]
        "route53:ChangeResourceRecordSetsRecordTypes"           = ["A"]
    } }]]
    error_message = "It writes the address of the domain, in its zone."
  }
}

run "the_cache_takes_its_password_from_secrets_manager" {
  command = plan

  module {
    source = "./modules/elasticache"
  }

  variables {
    name                     = "fleet-staging"
    vpc_id                   = "vpc-mock"
    subnet_ids               = ["subnet-a", "subnet-b"]
    client_security_group_id = "sg-mock"
    engine                   = "valkey"
    node_type                = "cache.t3.small"
    nodes                    = 2
    password_secret_arn      = "arn:redis"
    password_version         = 1
  }

  assert {
    condition = jsondecode(aws_cloudformation_stack.access.template_body).Resources.User.Properties.Passwords == [
      "{{resolve:secretsmanager:arn:redis:SecretString:password}}",
    ]
    error_message = "CloudFormation reads the password itself."
  }

  assert {
    condition     = aws_elasticache_replication_group.this.engine_version == "8.0" && aws_elasticache_replication_group.this.automatic_failover_enabled
    error_message = "Valkey has its own versions, and a replica takes over by itself."
  }
}
