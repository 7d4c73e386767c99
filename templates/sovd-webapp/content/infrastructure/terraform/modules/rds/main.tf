locals {
  # RDS derives max_connections from the memory: bytes / 9531392.
  max_connections = {
    "db.t3.medium" = 450
    "db.t3.large"  = 901
  }
}

resource "aws_security_group" "this" {
  name        = "${var.name}-database"
  description = "Database, reached from the cluster only"
  vpc_id      = var.vpc_id
  tags        = { Name = "${var.name}-database" }
}

resource "aws_vpc_security_group_ingress_rule" "postgres" {
  security_group_id            = aws_security_group.this.id
  description                  = "PostgreSQL from the cluster"
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = var.client_security_group_id
}

resource "aws_db_subnet_group" "this" {
  name        = var.name
  description = "Private subnets of ${var.name}"
  subnet_ids  = var.subnet_ids
}

resource "aws_db_parameter_group" "this" {
  name_prefix = "${var.name}-"
  description = "PostgreSQL of ${var.name}"
  family      = "postgres${var.postgres_version}"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  # A migration that was killed gives its locks back within a second (milliseconds).
  parameter {
    name  = "client_connection_check_interval"
    value = "1000"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "1000"
  }

  # An update to another major version needs the new family beside the old one.
  lifecycle {
    create_before_destroy = true
  }
}

# Ephemeral: it is in no plan and no state. What was written counts, which the first run learns when it applies.
ephemeral "aws_secretsmanager_secret_version" "password" {
  count    = var.managed_password ? 0 : 1
  provider = aws.passwords

  secret_id = var.password_secret_arn
}

resource "aws_db_instance" "this" {
  identifier     = var.name
  engine         = "postgres"
  engine_version = var.postgres_version
  instance_class = var.instance_class
  db_name        = var.database_name
  username       = var.username

  # Write-only: Terraform hands it over and forgets it.
  password_wo = (
    var.managed_password
    ? null
    : jsondecode(ephemeral.aws_secretsmanager_secret_version.password[0].secret_string)["password"]
  )
  password_wo_version         = var.managed_password ? null : var.password_version
  manage_master_user_password = var.managed_password ? true : null

  storage_type          = "gp3"
  allocated_storage     = var.storage_gb
  max_allocated_storage = var.max_storage_gb
  storage_encrypted     = true

  multi_az               = var.multi_az
  publicly_accessible    = false
  db_subnet_group_name   = aws_db_subnet_group.this.name
  parameter_group_name   = aws_db_parameter_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  ca_cert_identifier     = "rds-ca-rsa2048-g1"

  auto_minor_version_upgrade      = true
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
  performance_insights_enabled    = true

  backup_retention_period   = var.backup_retention_days
  backup_window             = "02:00-02:30"
  maintenance_window        = "sun:03:00-sun:04:00"
  copy_tags_to_snapshot     = true
  deletion_protection       = var.protected
  delete_automated_backups  = !var.protected
  skip_final_snapshot       = !var.protected
  final_snapshot_identifier = var.protected ? "${var.name}-final" : null

  lifecycle {
    precondition {
      condition     = var.max_storage_gb * 10 >= var.storage_gb * 11
      error_message = "RDS refuses storage that grows by less than a tenth: raise the maximum."
    }
  }
}
