output "zone_id" {
  description = "Zone of the environment's names"
  value = (
    var.hosted_zone_mode == "create" ? aws_route53_zone.this[0].zone_id : data.aws_route53_zone.existing[0].zone_id
  )
}

output "name_servers" {
  description = "What the parent zone must name as NS records when the zone is new"
  value       = var.hosted_zone_mode == "create" ? aws_route53_zone.this[0].name_servers : []
}
