resource "aws_route53_zone" "this" {
  count = var.hosted_zone_mode == "create" ? 1 : 0

  name    = var.domain
  comment = "Names of ${var.domain}"
}

# Nobody but Amazon may issue certificates for the zone's names.
resource "aws_route53_record" "certificate_authorities" {
  count = var.hosted_zone_mode == "create" ? 1 : 0

  zone_id = aws_route53_zone.this[0].zone_id
  name    = var.domain
  type    = "CAA"
  ttl     = 3600
  records = ["0 issue \"amazon.com\""]
}

data "aws_route53_zone" "existing" {
  count = var.hosted_zone_mode == "existing" ? 1 : 0

  zone_id = var.hosted_zone_id
}
