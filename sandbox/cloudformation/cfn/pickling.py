"""moto's backends and the engine's stacks as one pickle, so that what they share stays shared.

Plain pickle stops at locks, private keys, certificates and lambdas. Backends go by address, because moto's own modules hold
references to them; locks and keys are made anew; cloudpickle takes the rest.
"""

import io
import pickle
import sys
import threading
from typing import Any

import cloudpickle
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from moto.backends import list_of_moto_modules
from moto.core.base_backend import AccountSpecificBackend, BackendDict, BaseBackend

from .store import store

_LOCKS = (type(threading.Lock()), type(threading.RLock()))
_KEYS = (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey, ed25519.Ed25519PrivateKey)


def dump() -> bytes:
    addresses: dict[int, tuple[str, ...]] = {}
    contents: dict[tuple[str, ...], dict[str, Any]] = {}
    for name, collection in _collections().items():
        addresses[id(collection)] = (name,)
        for account, regions in list(collection.items()):
            addresses[id(regions)] = (name, account)
            for region, backend in list(regions.items()):
                addresses[id(backend)] = (name, account, region)
                contents[(name, account, region)] = backend.__dict__
    buffer = io.BytesIO()
    _Writer(buffer, addresses).dump((contents, store.stacks, store.detections))
    return buffer.getvalue()


def restore(data: bytes) -> None:
    """Runs code that the data names: only ever given a file that this program wrote itself."""
    contents, store.stacks, store.detections = _Reader(io.BytesIO(data)).load()
    for (name, account, region), state in contents.items():
        backend = _collection(name)[account][region]
        backend.__dict__.clear()
        backend.__dict__.update(state)


def _collections() -> dict[str, BackendDict[Any]]:
    """Every collection of backends that a call has loaded so far, by module and name."""
    found: dict[str, BackendDict[Any]] = {}
    for name in list_of_moto_modules():
        module = sys.modules.get(f"moto.{name}.models")
        for key, value in vars(module).items() if module else ():
            if isinstance(value, BackendDict):
                found.setdefault(f"moto.{name}.models:{key}", value)
    return found


def _collection(name: str) -> BackendDict[Any]:
    module, _, key = name.partition(":")
    __import__(module)
    found: BackendDict[Any] = getattr(sys.modules[module], key)
    return found


def _private_key(pem: bytes) -> Any:
    return serialization.load_pem_private_key(pem, None)


def _certificate(pem: bytes) -> x509.Certificate:
    return x509.load_pem_x509_certificate(pem)


class _Writer(cloudpickle.Pickler):  # type: ignore[misc]
    def __init__(self, file: io.BytesIO, addresses: dict[int, tuple[str, ...]]) -> None:
        super().__init__(file)
        self.addresses = addresses

    def persistent_id(self, item: Any) -> Any:
        known = isinstance(item, (BaseBackend, BackendDict, AccountSpecificBackend))
        return self.addresses.get(id(item)) if known else None

    def reducer_override(self, item: Any) -> Any:
        if isinstance(item, _LOCKS):
            return threading.RLock, ()
        if isinstance(item, _KEYS):
            form, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            return _private_key, (item.private_bytes(serialization.Encoding.PEM, form, plain),)
        if isinstance(item, x509.Certificate):
            return _certificate, (item.public_bytes(serialization.Encoding.PEM),)
        return super().reducer_override(item)


class _Reader(pickle.Unpickler):
    def persistent_load(self, address: tuple[str, ...]) -> Any:
        found: Any = _collection(address[0])
        for part in address[1:]:
            found = found[part]
        return found
