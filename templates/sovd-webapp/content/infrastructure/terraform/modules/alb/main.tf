# The AWS Load Balancer Controller makes the load balancer from the Ingress of the chart. What it
# can't make stands here: the certificate, and the proof that the domain is ours.
resource "aws_acm_certificate" "this" {
  domain_name       = var.domain
  validation_method = "DNS"
  tags              = { Name = var.domain }

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  # One name, so one record.
  proof = tolist(aws_acm_certificate.this.domain_validation_options)[0]
}

# Nothing waits for the certificate: in a new zone it is issued only when the parent zone names it.
resource "aws_route53_record" "proof" {
  count = var.manage_dns ? 1 : 0

  zone_id         = var.zone_id
  name            = local.proof.resource_record_name
  type            = local.proof.resource_record_type
  records         = [local.proof.resource_record_value]
  ttl             = 300
  allow_overwrite = true
}
