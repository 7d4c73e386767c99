"""Calls for moto's own services: faults first, and never moto's HTML page as an answer."""

import json
import traceback
from typing import Any
from xml.sax.saxutils import escape

from botocore.session import Session
from moto.core.utils import get_service_model
from werkzeug.wrappers import Request, Response

from .errors import AwsError
from .faults import faults

_ALIASES = {"elasticloadbalancing": "elbv2", "monitoring": "cloudwatch", "s3express": "s3"}
_services = frozenset(Session().get_available_services())


def forward(moto: Any, request: Request, service: str, ours: bool) -> Response:
    """`ours` marks the engine's own calls: injected faults are for the product."""
    try:
        if not ours:
            faults.on_call(service)
    except AwsError as error:
        return failure(service, error)
    try:
        return Response.from_app(moto, request.environ, buffered=True)
    except NotImplementedError as error:
        return failure(service, AwsError("NotImplemented", f"The sandbox does not offer this call: {error}", 501))
    except Exception as error:  # a defect of moto; the product must see an AWS error, not an HTML page
        traceback.print_exc()
        return failure(service, AwsError("InternalFailure", str(error), 500))


def failure(service: str, error: AwsError) -> Response:
    name = _ALIASES.get(service, service)
    protocol = get_service_model(name).protocol if name in _services else "json"
    if protocol in ("json", "rest-json", "smithy-rpc-v2-cbor"):
        body = json.dumps({"__type": error.code, "message": error.message})
        return Response(body, error.status, {"x-amzn-ErrorType": error.code}, content_type="application/x-amz-json-1.0")
    inner = f"<Code>{error.code}</Code><Message>{escape(error.message)}</Message>"
    wrapped = {
        "ec2": f"<Response><Errors><Error>{inner}</Error></Errors><RequestID>sandbox</RequestID></Response>",
        "rest-xml": f"<Error>{inner}</Error>"
        if service == "s3"
        else f"<ErrorResponse><Error>{inner}</Error></ErrorResponse>",
    }
    return Response(
        wrapped.get(protocol, f"<ErrorResponse><Error>{inner}</Error><RequestId>sandbox</RequestId></ErrorResponse>"),
        error.status,
        content_type="text/xml",
    )
