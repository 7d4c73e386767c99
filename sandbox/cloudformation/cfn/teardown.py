"""Deleting resources, dependents first."""

from . import template as templates
from .model import Resource, Stack
from .steps import Steps

NONE: frozenset[str] = frozenset()


def delete_all(
    steps: Steps, resources: list[Resource], keep_policies: bool, retain: frozenset[str] = NONE
) -> list[str]:
    """What could not be deleted. What such a resource still needs isn't tried. Policies don't count in a rollback."""
    position = {
        name: index for index, name in enumerate(templates.order({r.logical_id: r.depends_on for r in resources}))
    }
    stuck: set[str] = set()
    failed: list[str] = []
    for resource in sorted(resources, key=lambda r: -position[r.logical_id]):
        if resource.logical_id in stuck:
            stuck |= set(resource.depends_on)
            continue
        if resource.status == "DELETE_COMPLETE":
            continue
        policy = "Retain" if resource.logical_id in retain else resource.deletion_policy if keep_policies else "Delete"
        if not steps.delete(resource, policy):
            failed.append(resource.logical_id)
            stuck |= set(resource.depends_on)
    return failed


def clean_up(steps: Steps, stack: Stack, retired: list[Resource], keep: set[str]) -> None:
    """After an update: what was replaced, and what the template no longer has. A failure here leaves the stack as it is."""
    removed = [resource for name, resource in stack.resources.items() if name not in keep]
    for resource in removed:
        del stack.resources[resource.logical_id]
    for resource in [*reversed(retired), *reversed(removed)]:
        steps.delete(resource, resource.replace_policy if resource in retired else resource.deletion_policy)
