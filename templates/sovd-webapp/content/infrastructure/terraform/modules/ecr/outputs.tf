output "repository_urls" {
  description = "Where images are pushed to, by component"
  value       = { for component, repository in aws_ecr_repository.this : component => repository.repository_url }
}

output "repository_arns" {
  description = "The repositories, for policies"
  value       = [for repository in aws_ecr_repository.this : repository.arn]
}
