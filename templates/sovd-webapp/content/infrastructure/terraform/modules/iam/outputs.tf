output "app_role_arn" {
  description = "Role of the backend's pods"
  value       = aws_iam_role.workload["backend"].arn
}

output "secrets_reader_role_arn" {
  description = "Role with which External Secrets reads the environment's secrets"
  value       = aws_iam_role.workload["secrets-reader"].arn
}

output "deploy_role_arn" {
  description = "Role of the pipeline; empty when it isn't GitHub's"
  value       = local.deploys ? aws_iam_role.deploy[0].arn : ""
}

output "controller_role_arns" {
  description = "Roles of the cluster's controllers, for their Helm values"
  value = {
    for key in ["cluster-autoscaler", "load-balancer-controller", "log-shipper", "volume-driver"] :
    key => aws_iam_role.workload[key].arn if var.own_cluster
  }
}
