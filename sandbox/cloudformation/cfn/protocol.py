"""AWS's query protocol, read and written from botocore's service model by moto's own parser and serializer."""

from typing import Any
from uuid import uuid4
from xml.sax.saxutils import escape

from moto.core.parse import QueryParser
from moto.core.serialize import QuerySerializer, SerializationContext
from moto.core.utils import get_service_model
from werkzeug.wrappers import Request, Response

from .errors import AwsError

_NAMESPACE = "http://cloudformation.amazonaws.com/doc/2010-05-15/"


def parse(request: Request) -> tuple[str, dict[str, Any]]:
    action = request.values.get("Action", "")
    model = get_service_model("cloudformation")
    if action not in model.operation_names:
        raise AwsError("InvalidAction", f"Could not find operation {action} for version 2010-05-15")
    operation = model.operation_model(action)
    fields = {
        "body": request.get_data(),
        "headers": request.headers,
        "method": request.method,
        "url_params": {},
        "url_path": request.path,
        "values": request.values,
    }
    return action, QueryParser(operation).parse(fields)


def answer(action: str, result: dict[str, Any]) -> Response:
    operation = get_service_model("cloudformation").operation_model(action)
    written = QuerySerializer(operation, SerializationContext(str(uuid4()))).serialize(result)
    return Response(written["body"], written["status_code"], content_type="text/xml")


def failure(error: AwsError) -> Response:
    kind = "Sender" if error.status < 500 else "Receiver"
    body = (
        f'<ErrorResponse xmlns="{_NAMESPACE}"><Error><Type>{kind}</Type><Code>{error.code}</Code>'
        f"<Message>{escape(error.message)}</Message></Error><RequestId>{uuid4()}</RequestId></ErrorResponse>"
    )
    return Response(body, error.status, content_type="text/xml")
