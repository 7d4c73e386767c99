# Generated from environments/<environment>/environment.yaml: edits here are overwritten.
# terraform init -backend-config=environments/<environment>/backend.hcl
bucket       = "fleet-terraform-state-123456789012"
key          = "fleet-staging/terraform.tfstate"
region       = "us-east-1"
encrypt      = true
use_lockfile = true
# Terraform before 1.11 locks by a table that infrastructure/terraform/bootstrap makes on request:
# dynamodb_table = "fleet-terraform-locks"
