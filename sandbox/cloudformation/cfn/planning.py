"""From a source to what it wants: which resources, in which order, with which properties."""

from . import parameters, template as templates
from .diff import Planned
from .intrinsics import Resolver
from .model import Source, Stack
from .store import store


def resolver(stack: Stack, source: Source) -> Resolver:
    return Resolver(
        source.template,
        source.parameters,
        stack.resources,
        stack.region,
        stack.name,
        stack.id,
        store.exports(stack.region),
    )


def wanted(stack: Stack, source: Source) -> list[str]:
    """Logical ids whose condition holds, dependencies first."""
    active, resolve = source.template["Resources"], resolver(stack, source)
    graph = {
        name: templates.dependencies(source.template, name)
        for name, body in active.items()
        if "Condition" not in body or resolve.condition(body["Condition"])
    }
    return templates.order(graph)


def plan(stack: Stack, source: Source) -> Planned:
    old, new = stack.source.parameters, source.parameters
    changed = {key for key in new if old.get(key) != new[key]}
    hidden = parameters.secrets(source.template, new) | parameters.secrets(stack.source.template, old)
    return Planned(stack, source.template, resolver(stack, source), changed, hidden, source.tags)
