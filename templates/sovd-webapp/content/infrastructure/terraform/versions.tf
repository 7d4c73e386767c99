terraform {
  required_version = ">= 1.11.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }

  # One state per environment: environments/<environment>/backend.hcl says where. Terraform locks it
  # by a file beside it; the DynamoDB table of older versions is in bootstrap/.
  backend "s3" {}
}

provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account_id]

  default_tags {
    tags = local.tags
  }
}

# Generates and reads passwords. It is the first one again: see modules/secrets.
provider "aws" {
  alias               = "passwords"
  region              = var.region
  allowed_account_ids = [var.account_id]
}

# Copies of the backups go there.
provider "aws" {
  alias               = "recovery"
  region              = coalesce(var.recovery_region, var.region)
  allowed_account_ids = [var.account_id]

  default_tags {
    tags = local.tags
  }
}
