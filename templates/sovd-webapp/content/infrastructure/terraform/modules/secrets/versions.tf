terraform {
  required_version = ">= 1.11.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
      # aws.passwords has the ephemeral values. It is apart because the pretended providers of
      # tests know none.
      configuration_aliases = [aws, aws.passwords]
    }
  }
}
