locals {
  # ElastiCache for Redis OSS ends at 7.1; Valkey goes on from there.
  versions = {
    redis  = "7.1"
    valkey = "8.0"
  }

  has_replica = var.nodes > 1

  # The user that a client is when it gives a password alone.
  access = {
    AWSTemplateFormatVersion = "2010-09-09"
    Description              = "Who may use the cache ${var.name}; its password is version ${var.password_version}"
    Resources = {
      User = {
        Type = "AWS::ElastiCache::User"
        Properties = {
          UserId       = "${var.name}-default"
          UserName     = "default"
          Engine       = var.engine
          AccessString = "on ~* &* +@all"
          Passwords    = ["{{resolve:secretsmanager:${var.password_secret_arn}:SecretString:password}}"]
        }
      }
      UserGroup = {
        Type = "AWS::ElastiCache::UserGroup"
        Properties = {
          UserGroupId = var.name
          Engine      = var.engine
          UserIds     = [{ Ref = "User" }]
        }
      }
    }
    Outputs = {
      UserGroupId = { Value = { Ref = "UserGroup" } }
    }
  }
}

resource "aws_security_group" "this" {
  name        = "${var.name}-cache"
  description = "Cache, reached from the cluster only"
  vpc_id      = var.vpc_id
  tags        = { Name = "${var.name}-cache" }
}

resource "aws_vpc_security_group_ingress_rule" "redis" {
  security_group_id            = aws_security_group.this.id
  description                  = "Redis from the cluster"
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
  referenced_security_group_id = var.client_security_group_id
}

resource "aws_elasticache_subnet_group" "this" {
  name        = var.name
  description = "Private subnets of ${var.name}"
  subnet_ids  = var.subnet_ids
}

# The provider has no write-only argument for the cache's password. CloudFormation takes it
# from Secrets Manager itself, so that it never passes through Terraform or its state.
resource "aws_cloudformation_stack" "access" {
  name          = "${var.name}-cache-access"
  template_body = jsonencode(local.access)
}

# Cluster mode is off: the application talks to one primary.
resource "aws_elasticache_replication_group" "this" {
  replication_group_id       = var.name
  description                = "Cache of ${var.name}"
  engine                     = var.engine
  engine_version             = local.versions[var.engine]
  node_type                  = var.node_type
  num_cache_clusters         = var.nodes
  automatic_failover_enabled = local.has_replica
  multi_az_enabled           = local.has_replica
  port                       = 6379
  subnet_group_name          = aws_elasticache_subnet_group.this.name
  security_group_ids         = [aws_security_group.this.id]
  user_group_ids             = [aws_cloudformation_stack.access.outputs["UserGroupId"]]
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  auto_minor_version_upgrade = true
  snapshot_retention_limit   = local.has_replica ? 7 : 1
  snapshot_window            = "02:00-03:00"
  maintenance_window         = "sun:04:00-sun:05:00"
}
