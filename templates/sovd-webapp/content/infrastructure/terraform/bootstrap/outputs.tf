output "bucket" {
  description = "Bucket of the states, as environments/<environment>/backend.hcl names it"
  value       = aws_s3_bucket.state.bucket
}

output "lock_table" {
  description = "Table for locks of older versions; empty without one"
  value       = var.create_lock_table ? aws_dynamodb_table.locks[0].name : ""
}

output "github_provider_arn" {
  description = "What IAM knows GitHub's tokens as; empty when it isn't made here"
  value       = var.create_github_provider ? aws_iam_openid_connect_provider.github[0].arn : ""
}
