variable "name" {
  description = "Begins every name: <application>-<environment>"
  type        = string
}

variable "account_id" {
  description = "Ends every name, since names of buckets are the world's"
  type        = string
}

variable "audit_retention_days" {
  description = "Days that archived audit logs are kept"
  type        = number
}

variable "dump_retention_days" {
  description = "Days that dumps of the database are kept"
  type        = number
}

variable "emptied_on_destroy" {
  description = "Whether destroying deletes what is in the buckets; else it fails while they hold something"
  type        = bool
}
