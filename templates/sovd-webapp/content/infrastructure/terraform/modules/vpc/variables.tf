variable "name" {
  description = "Begins every name: <application>-<environment>"
  type        = string
}

variable "cidr" {
  description = "Private range of the network, /16 to /20"
  type        = string

  validation {
    condition     = can(cidrsubnet(var.cidr, 4, 15))
    error_message = "The range must be a block such as 10.0.0.0/16."
  }
}

variable "zones" {
  description = "Availability zones, each with a public and a private subnet"
  type        = list(string)

  validation {
    condition     = length(var.zones) >= 2 && length(var.zones) <= 3
    error_message = "Two or three zones are supported."
  }
}

variable "nat_mode" {
  description = "single: one NAT gateway for all zones; per-zone: one each, so that a zone can fail"
  type        = string

  validation {
    condition     = contains(["single", "per-zone"], var.nat_mode)
    error_message = "NAT is single or per-zone."
  }
}

variable "cluster_name" {
  description = "Cluster whose load balancers take the subnets"
  type        = string
}

variable "flow_log_retention_days" {
  description = "Days that records of the traffic are kept; none are written with 0"
  type        = number
  default     = 0
}
