variable "name" {
  description = "Name of the instance: <application>-<environment>"
  type        = string
}

variable "vpc_id" {
  description = "Network of the database"
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets, in two zones at least"
  type        = list(string)
}

variable "client_security_group_id" {
  description = "Group that may reach the database: that of the nodes and pods"
  type        = string
}

variable "postgres_version" {
  description = "Major version; RDS takes its newest minor version"
  type        = string

  validation {
    condition     = contains(["15", "16", "17", "18"], var.postgres_version)
    error_message = "PostgreSQL 15 to 18 are supported."
  }
}

variable "instance_class" {
  description = "Size of the database"
  type        = string

  validation {
    condition     = contains(["db.t3.medium", "db.t3.large"], var.instance_class)
    error_message = "The class is db.t3.medium or db.t3.large."
  }
}

variable "storage_gb" {
  description = "Storage at first"
  type        = number
}

variable "max_storage_gb" {
  description = "How far the storage grows by itself"
  type        = number
}

variable "multi_az" {
  description = "A standby in a second zone, which takes over by itself"
  type        = bool
}

variable "database_name" {
  description = "Database that is made in the instance"
  type        = string
}

variable "username" {
  description = "Its owner"
  type        = string
}

variable "password_secret_arn" {
  description = "Secret in Secrets Manager whose key password is the owner's"
  type        = string
}

variable "managed_password" {
  description = "Whether RDS makes the password instead, keeps it in a secret of its own and rotates it"
  type        = bool
}

variable "password_version" {
  description = "Raise it after the secret has a new value, to have the database take it"
  type        = number
}

variable "backup_retention_days" {
  description = "Days whose every moment can be restored"
  type        = number

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35
    error_message = "RDS keeps 1 to 35 days."
  }
}

variable "protected" {
  description = "Whether deleting is refused, and leaves a snapshot when it is allowed again"
  type        = bool
}
