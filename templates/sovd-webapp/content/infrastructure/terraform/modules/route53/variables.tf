variable "domain" {
  description = "Name of the zone that is made; that of the environment"
  type        = string
}

variable "hosted_zone_mode" {
  description = "create: a zone of its own; existing: one that is there"
  type        = string

  validation {
    condition     = contains(["create", "existing"], var.hosted_zone_mode)
    error_message = "The zone is created or exists; leave the module out where DNS is done by hand."
  }
}

variable "hosted_zone_id" {
  description = "The zone that is there"
  type        = string
  default     = ""
}
