variable "name" {
  description = "Begins every name: <application>-<environment>"
  type        = string
}

variable "components" {
  description = "Components with an image of their own"
  type        = set(string)
  default     = ["backend", "frontend"]
}

variable "kept_images" {
  description = "How many of the newest images are kept"
  type        = number
  default     = 10

  validation {
    condition     = var.kept_images >= 2
    error_message = "A rollback needs the image before the newest."
  }
}

variable "emptied_on_destroy" {
  description = "Whether destroying deletes the images; else it fails while there are some"
  type        = bool
}
