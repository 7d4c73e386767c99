"""One port: CloudFormation calls come here, /sandbox-api is ours, everything else is moto's."""

import json
import traceback
from typing import Any

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.wrappers import Request, Response

from . import persistence, protocol
from .actions import table
from .background import is_idle
from .errors import AwsError
from .faults import faults
from .passthrough import forward
from .store import store


class Gateway:
    def __init__(self) -> None:
        self.moto = DomainDispatcherApplication(create_backend_app)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        request = Request(environ)
        service, region = scope(request)
        if request.path.startswith("/sandbox-api/"):
            return sandbox_api(request)(environ, start_response)
        if not only_reads(request):
            persistence.touch()
        if service == "cloudformation":
            return cloudformation(request, region)(environ, start_response)
        if request.path.startswith("/moto-api/"):
            return self.moto(environ, start_response)
        ours = "Credential=sandbox/" in request.headers.get("Authorization", "")
        return forward(self.moto, request, service, ours)(environ, start_response)


def scope(request: Request) -> tuple[str, str]:
    """Service and region from the signature's credential scope."""
    try:
        parts = request.headers.get("Authorization", "").split("Credential=")[1].split(",")[0].split("/")
        return parts[3], parts[2]
    except IndexError:
        return "", ""


def only_reads(request: Request) -> bool:
    """True when the call surely changes nothing, so that polling doesn't write the state again and again."""
    action = request.headers.get("X-Amz-Target", "").rpartition(".")[2]
    return request.method in ("GET", "HEAD") or action.startswith(("Get", "List", "Describe"))


def cloudformation(request: Request, region: str) -> Response:
    try:
        faults.on_call("cloudformation")
        action, fields = protocol.parse(request)
        function = table.find(action)
        if function is None:
            raise AwsError("InvalidAction", f"The action {action} is not offered by the sandbox")
        return protocol.answer(action, {k: v for k, v in function(region, fields).items() if v is not None})
    except AwsError as error:
        return protocol.failure(error)
    except Exception:
        traceback.print_exc()
        return protocol.failure(AwsError("InternalFailure", "The sandbox failed; its log has the traceback.", 500))


def sandbox_api(request: Request) -> Response:
    if request.path == "/sandbox-api/faults":
        if request.method == "PUT":
            faults.set(json.loads(request.get_data() or b"{}"))
        if request.method == "DELETE":
            faults.set({})
        return Response(json.dumps(faults.shown()), content_type="application/json")
    if request.path == "/sandbox-api/health":
        return Response(json.dumps({"stacks": len(store.stacks), "idle": is_idle()}), content_type="application/json")
    return Response(json.dumps({"error": "no such path"}), 404, content_type="application/json")
