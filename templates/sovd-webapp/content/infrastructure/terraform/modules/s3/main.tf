locals {
  # Purpose of each bucket, and the days that objects under a prefix live.
  buckets = {
    backups  = { "dumps/" = var.dump_retention_days }
    logs     = { "audit/" = var.audit_retention_days }
    alb-logs = { "" = 30 }
  }
}

data "aws_partition" "current" {}

resource "aws_s3_bucket" "this" {
  for_each = local.buckets

  bucket        = "${var.name}-${each.key}-${var.account_id}"
  force_destroy = var.emptied_on_destroy
  tags          = { Name = "${var.name}-${each.key}" }
}

resource "aws_s3_bucket_public_access_block" "this" {
  for_each = aws_s3_bucket.this

  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_versioning" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id
  versioning_configuration {
    status = "Enabled"
  }
}

# With S3's own keys: load balancers can't write their logs with any other.
resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  for_each = local.buckets

  bucket = aws_s3_bucket.this[each.key].id

  dynamic "rule" {
    for_each = each.value
    content {
      id     = "expire"
      status = "Enabled"
      filter {
        prefix = rule.key
      }
      expiration {
        days = rule.value
      }
    }
  }

  rule {
    id     = "tidy"
    status = "Enabled"
    filter {}
    noncurrent_version_expiration {
      noncurrent_days = 30
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

resource "aws_s3_bucket_policy" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Sid       = "OnlyEncryptedConnections"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource = [
          "arn:${data.aws_partition.current.partition}:s3:::${each.value.bucket}",
          "arn:${data.aws_partition.current.partition}:s3:::${each.value.bucket}/*",
        ]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      }],
      each.key != "alb-logs" ? [] : [{
        Sid       = "LoadBalancersWriteTheirLogs"
        Effect    = "Allow"
        Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = ["arn:${data.aws_partition.current.partition}:s3:::${each.value.bucket}/*"]
        Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
      }],
    )
  })

  depends_on = [aws_s3_bucket_public_access_block.this]
}
