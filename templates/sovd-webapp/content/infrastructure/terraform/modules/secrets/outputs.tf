output "names" {
  description = "Names of the secrets, for External Secrets"
  value       = { for key, secret in aws_secretsmanager_secret.this : key => secret.name }
}

output "arns" {
  description = "The secrets, for policies"
  value       = { for key, secret in aws_secretsmanager_secret.this : key => secret.arn }
}

output "filled_arns" {
  description = "The same, known only once the secrets have their values, for what reads them at once"
  value = {
    for key, secret in aws_secretsmanager_secret.this :
    key => var.generate ? aws_secretsmanager_secret_version.this[key].arn : secret.arn
  }
}
