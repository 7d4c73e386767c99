# What AWS would answer, as far as the configuration looks at it.

mock_data "aws_availability_zones" {
  defaults = {
    names = ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"]
  }
}

mock_data "aws_partition" {
  defaults = {
    partition = "aws"
  }
}

mock_data "aws_region" {
  defaults = {
    name = "us-east-1"
  }
}

mock_data "aws_eks_cluster" {
  defaults = {
    endpoint = "https://shared.example.com"
    identity = [{ oidc = [{ issuer = "https://oidc.example.com/id/SHARED" }] }]
    vpc_config = [{
      vpc_id                    = "vpc-shared"
      subnet_ids                = ["subnet-shared-a", "subnet-shared-b"]
      cluster_security_group_id = "sg-shared"
    }]
  }
}

mock_data "aws_vpc" {
  defaults = {
    id         = "vpc-shared"
    cidr_block = "10.99.0.0/16"
  }
}

mock_data "aws_iam_openid_connect_provider" {
  defaults = {
    arn = "arn:aws:iam::000000000000:oidc-provider/oidc.example.com/id/SHARED"
  }
}

mock_data "aws_route53_zone" {
  defaults = {
    zone_id = "Z0123456789EXISTING"
  }
}

mock_resource "aws_vpc" {
  defaults = {
    id = "vpc-mock"
  }
}

mock_resource "aws_eks_cluster" {
  defaults = {
    arn        = "arn:aws:eks:us-east-1:000000000000:cluster/mock"
    endpoint   = "https://mock.example.com"
    identity   = [{ oidc = [{ issuer = "https://oidc.example.com/id/MOCK" }] }]
    vpc_config = { cluster_security_group_id = "sg-mock" }
  }
}

mock_resource "aws_iam_openid_connect_provider" {
  defaults = {
    arn = "arn:aws:iam::000000000000:oidc-provider/oidc.example.com/id/MOCK"
  }
}

mock_resource "aws_iam_role" {
  defaults = {
    arn = "arn:aws:iam::000000000000:role/mock"
  }
}

mock_resource "aws_kms_key" {
  defaults = {
    arn = "arn:aws:kms:us-east-1:000000000000:key/mock"
  }
}

mock_resource "aws_launch_template" {
  defaults = {
    id             = "lt-mock"
    latest_version = 1
  }
}

mock_resource "aws_cloudwatch_log_group" {
  defaults = {
    arn = "arn:aws:logs:us-east-1:000000000000:log-group:mock"
  }
}

mock_resource "aws_secretsmanager_secret" {
  defaults = {
    arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:mock"
  }
}

mock_resource "aws_db_instance" {
  defaults = {
    arn     = "arn:aws:rds:us-east-1:000000000000:db:mock"
    address = "database.example.com"
    port    = 5432
  }
}

mock_resource "aws_cloudformation_stack" {
  defaults = {
    outputs = { UserGroupId = "mock" }
  }
}

mock_resource "aws_elasticache_replication_group" {
  defaults = {
    primary_endpoint_address = "cache.example.com"
  }
}

mock_resource "aws_acm_certificate" {
  defaults = {
    arn = "arn:aws:acm:us-east-1:000000000000:certificate/mock"
    domain_validation_options = [{
      domain_name           = "fleet.example.com"
      resource_record_name  = "_proof.fleet.example.com."
      resource_record_type  = "CNAME"
      resource_record_value = "_proof.acm-validations.aws."
    }]
  }
}

mock_resource "aws_route53_zone" {
  defaults = {
    zone_id      = "Z0123456789NEW"
    name_servers = ["ns-1.example.com", "ns-2.example.com"]
  }
}

mock_resource "aws_backup_vault" {
  defaults = {
    arn = "arn:aws:backup:us-west-2:000000000000:backup-vault:mock"
  }
}

mock_resource "aws_ecr_repository" {
  defaults = {
    arn            = "arn:aws:ecr:us-east-1:000000000000:repository/mock"
    repository_url = "000000000000.dkr.ecr.us-east-1.amazonaws.com/mock"
  }
}
