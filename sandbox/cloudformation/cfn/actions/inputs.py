"""From a request to a Source, with everything AWS refuses up front refused."""

from typing import Any
from urllib.parse import unquote, urlparse

from botocore.exceptions import ClientError

from .. import parameters, rules, template as templates, validation
from ..errors import validation_error
from ..model import Source, Stack
from ..resources.handler import Context


def body(region: str, request: dict[str, Any], stack: Stack | None) -> str:
    if request.get("UsePreviousTemplate") and stack:
        return stack.source.body
    given = [name for name in ("TemplateBody", "TemplateURL") if request.get(name)]
    if len(given) != 1:
        raise validation_error("Either Template URL or Template Body must be specified.")
    if given == ["TemplateBody"]:
        if len(request["TemplateBody"].encode()) > 51200:
            raise validation_error(
                f"1 validation error detected: Value '{request['TemplateBody'][:20]}...' at 'templateBody' failed to satisfy "
                "constraint: Member must have length less than or equal to 51200"
            )
        return str(request["TemplateBody"])
    url = urlparse(request["TemplateURL"])
    host, path = url.netloc.split("."), unquote(url.path).lstrip("/")
    bucket, key = (
        (host[0], path) if "s3" in host[1:2] or host[1:2] and host[1].startswith("s3-") else path.split("/", 1)
    )
    try:
        return str(Context(region, "", "").client("s3").get_object(Bucket=bucket, Key=key)["Body"].read().decode())
    except ClientError as error:
        raise validation_error(f"S3 error: {error.response['Error']['Message']}") from error


def source(region: str, request: dict[str, Any], stack: Stack | None) -> Source:
    text = body(region, request, stack)
    template = templates.read(text)
    validation.validate(template, region)
    values = parameters.resolve(template, request.get("Parameters", []), stack.source.parameters if stack else {})
    rules.check(template, values, region)
    acknowledged = request.get("Capabilities", [])
    validation.require_capabilities(template, acknowledged)
    tags = request.get("Tags")
    return Source(
        text, template, values, tags if tags is not None else stack.source.tags if stack else [], acknowledged
    )


def page(items: list[Any], request: dict[str, Any], size: int) -> tuple[list[Any], dict[str, str]]:
    start = int(request.get("NextToken") or 0)
    return items[start : start + size], {"NextToken": str(start + size)} if start + size < len(items) else {}
