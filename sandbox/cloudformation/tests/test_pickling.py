import datetime
import io

import cloudpickle
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from cfn import pickling


def test_keys_and_certificates_survive() -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "fleet.example.com")])
    start = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    buffer = io.BytesIO()
    pickling._Writer(buffer, {}).dump((key, certificate))
    other_key, other_certificate = cloudpickle.loads(buffer.getvalue())
    assert other_key.private_numbers() == key.private_numbers()
    assert other_certificate == certificate
