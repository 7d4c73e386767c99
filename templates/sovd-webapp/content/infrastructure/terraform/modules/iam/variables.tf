variable "name" {
  description = "Begins every name: <application>-<environment>"
  type        = string
}

variable "account_id" {
  description = "Account of the environment"
  type        = string
}

variable "region" {
  description = "Region of the environment"
  type        = string
}

variable "namespace" {
  description = "Kubernetes namespace of the environment"
  type        = string
}

variable "cluster_name" {
  description = "Cluster whose pods take the roles"
  type        = string
}

variable "workload_identity" {
  description = "irsa: pods get roles by the cluster's OIDC provider; pod-identity: by associations"
  type        = string

  validation {
    condition     = contains(["irsa", "pod-identity"], var.workload_identity)
    error_message = "The workload identity is irsa or pod-identity."
  }
}

variable "oidc_provider_arn" {
  description = "What IAM knows the cluster's issuer as"
  type        = string
}

variable "oidc_issuer" {
  description = "The cluster's issuer, without https://"
  type        = string
}

variable "secret_arns" {
  description = "Secrets of the environment, by purpose"
  type        = map(string)
}

variable "logs_bucket" {
  description = "Bucket that audit logs are archived in"
  type        = string
}

variable "backups_bucket" {
  description = "Bucket that dumps of the database are kept in"
  type        = string
}

variable "log_group_arns" {
  description = "Log groups that the lines of pods are shipped to"
  type        = list(string)
}

variable "repository_arns" {
  description = "Image repositories that the pipeline pushes to"
  type        = list(string)
}

variable "domain" {
  description = "Name whose address the pipeline writes"
  type        = string
  default     = ""
}

variable "hosted_zone_id" {
  description = "Route 53 zone of the name; empty where DNS is done by hand"
  type        = string
  default     = ""
}

variable "own_cluster" {
  description = "Whether the cluster is this environment's own, so that its controllers get roles here"
  type        = bool
}

variable "github_repository" {
  description = "Repository whose pipeline deploys, as owner/name; no role is made when empty"
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^([A-Za-z0-9._-]+/[A-Za-z0-9._-]+)?$", var.github_repository))
    error_message = "The repository must be owner/name."
  }
}

variable "github_environment" {
  description = "Environment of the pipeline that may deploy; its reviewers are the approvers"
  type        = string
  default     = ""
}
