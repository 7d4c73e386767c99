variable "domain" {
  description = "Name that the load balancer answers for"
  type        = string
}

variable "manage_dns" {
  description = "Whether the certificate is proven by a record in zone_id; else somebody sets the record that the outputs name"
  type        = bool
}

variable "zone_id" {
  description = "Route 53 zone of the domain"
  type        = string
  default     = ""
}
