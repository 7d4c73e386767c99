"""What this application is called: written once, when its repository was made."""

from pathlib import Path

from pydantic import BaseModel


class Application(BaseModel):
    name: str
    description: str


def read_application() -> Application:
    file = Path(__file__).with_name("application.json")
    return Application.model_validate_json(file.read_text(encoding="utf-8"))
