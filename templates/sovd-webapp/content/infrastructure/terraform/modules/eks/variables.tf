variable "name" {
  description = "Begins every name: <application>-<environment>"
  type        = string
}

variable "cluster_name" {
  description = "Name of the cluster"
  type        = string
}

variable "kubernetes_version" {
  description = "Minor version of Kubernetes, such as 1.36"
  type        = string

  validation {
    condition     = can(regex("^1\\.[0-9]{2}$", var.kubernetes_version))
    error_message = "The version must be a minor version, such as 1.36."
  }
}

variable "private_subnet_ids" {
  description = "Subnets of the nodes"
  type        = list(string)
}

variable "public_access_cidrs" {
  description = "Who may reach the API server from outside the network; nobody when empty"
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for block in var.public_access_cidrs : can(cidrnetmask(block))])
    error_message = "Each must be an address block, such as 203.0.113.0/24."
  }
}

variable "node_instance_type" {
  description = "Size of a node"
  type        = string
}

variable "nodes" {
  description = "How many nodes there are: at first, at least and at most"
  type = object({
    min     = number
    desired = number
    max     = number
  })

  validation {
    condition     = var.nodes.min <= var.nodes.desired && var.nodes.desired <= var.nodes.max
    error_message = "The numbers must rise: min, desired, max."
  }
}

variable "node_disk_gb" {
  description = "Root volume of a node in GB"
  type        = number
}

variable "workload_identity" {
  description = "irsa: pods get roles by the cluster's OIDC provider; pod-identity: by associations"
  type        = string

  validation {
    condition     = contains(["irsa", "pod-identity"], var.workload_identity)
    error_message = "The workload identity is irsa or pod-identity."
  }
}

variable "volume_driver_role_arn" {
  description = "Role of the EBS driver"
  type        = string
}

variable "access" {
  description = "Who may do what in the cluster, beside the one who creates it; of all namespaces when none is named"
  type = map(object({
    principal_arn = string
    policy        = string
    namespaces    = list(string)
  }))
  default = {}
}

variable "log_retention_days" {
  description = "Days that logs of the control plane are kept"
  type        = number
}

variable "tags" {
  description = "Tags of machines and their volumes, which the provider's default tags don't reach"
  type        = map(string)
  default     = {}
}
