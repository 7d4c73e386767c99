variable "name" {
  description = "Begins every name: <application>-<environment>"
  type        = string
}

variable "resource_arns" {
  description = "What is backed up: the database"
  type        = list(string)
}

variable "retention_days" {
  description = "Days that daily snapshots are kept"
  type        = number

  validation {
    condition     = var.retention_days >= 1 && var.retention_days <= 365
    error_message = "Snapshots are kept 1 to 365 days."
  }
}

variable "copied" {
  description = "Whether each snapshot is copied to the region of the provider aws.recovery"
  type        = bool
}
