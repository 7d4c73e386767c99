output "arn" {
  description = "The instance, for its backups"
  value       = aws_db_instance.this.arn
}

output "host" {
  description = "Address of the database"
  value       = aws_db_instance.this.address
}

output "port" {
  description = "Its port"
  value       = aws_db_instance.this.port
}

output "database_name" {
  description = "Database in the instance"
  value       = aws_db_instance.this.db_name
}

output "username" {
  description = "Its owner"
  value       = aws_db_instance.this.username
}

output "max_connections" {
  description = "Connections that the server accepts"
  value       = local.max_connections[var.instance_class]
}

output "security_group_id" {
  description = "Group of the database"
  value       = aws_security_group.this.id
}

output "url_template" {
  description = "DATABASE_URL; Kubernetes puts the password in when a pod starts"
  value = format(
    "postgresql+asyncpg://%s:$(DATABASE_PASSWORD)@%s:%s/%s?ssl=require",
    aws_db_instance.this.username,
    aws_db_instance.this.address,
    aws_db_instance.this.port,
    aws_db_instance.this.db_name,
  )
}
