locals {
  # What each secret is for, the key of its value in the JSON text, and its length.
  secrets = {
    database = { description = "Password of the application's database role", key = "password", length = 40 }
    jwt      = { description = "Key that signs the application's tokens", key = "secret", length = 64 }
    redis    = { description = "Password of the cache", key = "password", length = 40 }
  }

  generated = var.generate ? local.secrets : {}
}

resource "aws_secretsmanager_secret" "this" {
  for_each = local.secrets

  name                    = "${var.name}/${each.key}"
  description             = each.value.description
  recovery_window_in_days = var.recovery_window_days
}

# Letters and digits only: passwords become part of a URL. Ephemeral: it is in no plan and no state.
ephemeral "aws_secretsmanager_random_password" "this" {
  for_each = local.generated
  provider = aws.passwords

  password_length            = each.value.length
  exclude_punctuation        = true
  include_space              = false
  require_each_included_type = true
}

resource "aws_secretsmanager_secret_version" "this" {
  for_each = local.generated

  secret_id = aws_secretsmanager_secret.this[each.key].id
  secret_string_wo = jsonencode({
    (each.value.key) = ephemeral.aws_secretsmanager_random_password.this[each.key].random_password
  })
  secret_string_wo_version = var.password_version
}
