output "backups_bucket" {
  description = "Dumps of the database"
  value       = aws_s3_bucket.this["backups"].bucket
}

output "logs_bucket" {
  description = "Archived audit logs"
  value       = aws_s3_bucket.this["logs"].bucket
}

output "alb_logs_bucket" {
  description = "Access logs of the load balancer"
  value       = aws_s3_bucket.this["alb-logs"].bucket
}
