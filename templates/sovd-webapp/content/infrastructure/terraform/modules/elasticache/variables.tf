variable "name" {
  description = "Name of the cache: <application>-<environment>"
  type        = string
}

variable "vpc_id" {
  description = "Network of the cache"
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets, in two zones at least"
  type        = list(string)
}

variable "client_security_group_id" {
  description = "Group that may reach the cache: that of the nodes and pods"
  type        = string
}

variable "engine" {
  description = "redis or valkey"
  type        = string

  validation {
    condition     = contains(["redis", "valkey"], var.engine)
    error_message = "The engine is redis or valkey."
  }
}

variable "node_type" {
  description = "Size of a node"
  type        = string

  validation {
    condition     = contains(["cache.t3.small", "cache.t3.medium"], var.node_type)
    error_message = "The node type is cache.t3.small or cache.t3.medium."
  }
}

variable "nodes" {
  description = "The primary and its replicas; from two on a replica takes over by itself"
  type        = number

  validation {
    condition     = var.nodes >= 1 && var.nodes <= 6
    error_message = "There are 1 to 6 nodes."
  }
}

variable "password_secret_arn" {
  description = "Secret in Secrets Manager whose key password the cache asks for"
  type        = string
}

variable "password_version" {
  description = "Raise it after the secret has a new value, to have the cache take it"
  type        = number
}
