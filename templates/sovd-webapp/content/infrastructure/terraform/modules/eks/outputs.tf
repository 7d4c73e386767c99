output "cluster_name" {
  description = "Name of the cluster"
  value       = aws_eks_cluster.this.name
}

output "cluster_endpoint" {
  description = "Address of the API server"
  value       = aws_eks_cluster.this.endpoint
}

output "security_group_id" {
  description = "Group that EKS gives to nodes and pods"
  value       = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
}

output "oidc_issuer" {
  description = "Issuer of the pods' tokens, without https://"
  value       = replace(aws_eks_cluster.this.identity[0].oidc[0].issuer, "https://", "")
}

output "oidc_provider_arn" {
  description = "What IAM knows the issuer as; empty with EKS Pod Identity"
  value       = aws_iam_openid_connect_provider.this.arn
}

output "node_role_arn" {
  description = "Role of the nodes"
  value       = aws_iam_role.nodes.arn
}
