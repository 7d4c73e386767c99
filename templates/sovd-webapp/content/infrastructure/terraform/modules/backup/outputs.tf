output "vault_name" {
  description = "Where the snapshots are"
  value       = aws_backup_vault.this.name
}

output "recovery_vault_arn" {
  description = "Where their copies are, in the other region; empty without copies"
  value       = var.copied ? aws_backup_vault.recovery[0].arn : ""
}

output "role_arn" {
  description = "Role that restores"
  value       = aws_iam_role.this.arn
}
