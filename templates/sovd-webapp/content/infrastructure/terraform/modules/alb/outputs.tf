output "certificate_arn" {
  description = "The certificate, for the Ingress"
  value       = aws_acm_certificate.this.arn
}

output "proof" {
  description = "Record that ACM waits for"
  value = {
    name  = local.proof.resource_record_name
    type  = local.proof.resource_record_type
    value = local.proof.resource_record_value
  }
}
