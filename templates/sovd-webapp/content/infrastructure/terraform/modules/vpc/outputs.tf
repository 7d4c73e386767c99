output "vpc_id" {
  description = "The network"
  value       = aws_vpc.this.id
}

output "vpc_cidr" {
  description = "Its range"
  value       = aws_vpc.this.cidr_block
}

output "public_subnet_ids" {
  description = "Subnets of load balancers and NAT gateways, in the order of the zones"
  value       = [for zone in var.zones : aws_subnet.public[zone].id]
}

output "private_subnet_ids" {
  description = "Subnets of nodes, database and cache, in the order of the zones"
  value       = [for zone in var.zones : aws_subnet.private[zone].id]
}
