"""The backend of the application."""
