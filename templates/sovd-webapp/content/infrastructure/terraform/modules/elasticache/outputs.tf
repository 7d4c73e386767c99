output "host" {
  description = "Address of the primary"
  value       = aws_elasticache_replication_group.this.primary_endpoint_address
}

output "port" {
  description = "Its port"
  value       = aws_elasticache_replication_group.this.port
}

output "security_group_id" {
  description = "Group of the cache"
  value       = aws_security_group.this.id
}

output "url_template" {
  description = "REDIS_URL; Kubernetes puts the password in when a pod starts"
  value = format(
    "rediss://:$(REDIS_PASSWORD)@%s:%s/0",
    aws_elasticache_replication_group.this.primary_endpoint_address,
    aws_elasticache_replication_group.this.port,
  )
}
