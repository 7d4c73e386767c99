variable "application" {
  description = "Name of the application, whose environments keep their states in one bucket"
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.application))
    error_message = "The name must be 3 to 20 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "account_id" {
  description = "AWS account; Terraform stops when the credentials are those of another one"
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "The account must be 12 digits."
  }
}

variable "region" {
  description = "AWS region of the bucket"
  type        = string
  default     = "us-east-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "The region must be such as us-east-1."
  }
}

variable "create_lock_table" {
  description = "Whether a DynamoDB table for locks is made, which only Terraform before 1.11 and OpenTofu before 1.10 need"
  type        = bool
  default     = false
}

variable "create_github_provider" {
  description = "Whether the account learns to trust GitHub's tokens; an account has one such provider at most"
  type        = bool
  default     = false
}
