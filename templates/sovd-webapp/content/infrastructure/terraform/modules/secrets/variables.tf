variable "name" {
  description = "Begins every name: <application>-<environment>"
  type        = string
}

variable "generate" {
  description = "Whether the values are generated here; else somebody puts them in"
  type        = bool
}

variable "password_version" {
  description = "Raise it to have new values written"
  type        = number

  validation {
    condition     = var.password_version >= 1
    error_message = "Versions count from 1."
  }
}

variable "recovery_window_days" {
  description = "Days that a deleted secret can be brought back; with 0 its name is free at once"
  type        = number

  validation {
    condition     = var.recovery_window_days == 0 || (var.recovery_window_days >= 7 && var.recovery_window_days <= 30)
    error_message = "Secrets Manager keeps deleted secrets 7 to 30 days, or not at all."
  }
}
