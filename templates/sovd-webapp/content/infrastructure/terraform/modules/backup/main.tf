data "aws_partition" "current" {}

resource "aws_backup_vault" "this" {
  name = var.name
}

# In another region, for the day when this one is gone.
resource "aws_backup_vault" "recovery" {
  count    = var.copied ? 1 : 0
  provider = aws.recovery

  name = "${var.name}-recovery"
}

resource "aws_backup_plan" "this" {
  name = var.name

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.this.name
    schedule          = "cron(0 5 * * ? *)"
    start_window      = 60
    completion_window = 240

    lifecycle {
      delete_after = var.retention_days
    }

    dynamic "copy_action" {
      for_each = aws_backup_vault.recovery
      content {
        destination_vault_arn = copy_action.value.arn
        lifecycle {
          delete_after = var.retention_days
        }
      }
    }
  }
}

resource "aws_iam_role" "this" {
  name = "${var.name}-backup"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "backup.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = toset(["AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForRestores"])

  role       = aws_iam_role.this.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/${each.value}"
}

resource "aws_backup_selection" "this" {
  name         = var.name
  plan_id      = aws_backup_plan.this.id
  iam_role_arn = aws_iam_role.this.arn
  resources    = var.resource_arns
}
