"""Every resource type the sandbox can make."""

from . import backup, cluster, data_types, firewall, identity_types, network_types, operations_types, storage, traffic_types
from .handler import Handler

HANDLERS: dict[str, Handler] = {
    **network_types.HANDLERS,
    **firewall.HANDLERS,
    **cluster.HANDLERS,
    **data_types.HANDLERS,
    **identity_types.HANDLERS,
    **storage.HANDLERS,
    **operations_types.HANDLERS,
    **traffic_types.HANDLERS,
    **backup.HANDLERS,
}
