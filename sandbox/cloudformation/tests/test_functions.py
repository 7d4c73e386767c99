import pytest

from cfn.errors import AwsError
from cfn.functions import KNOWN_AFTER_APPLY, cidr, select, text


def test_cidr_cuts_a_block_by_host_bits() -> None:
    assert cidr(["10.20.0.0/16", 3, 12]) == ["10.20.0.0/20", "10.20.16.0/20", "10.20.32.0/20"]


def test_what_is_not_known_yet_stays_so() -> None:
    assert cidr([KNOWN_AFTER_APPLY, 2, 8]) == [KNOWN_AFTER_APPLY] * 2
    assert select([1, KNOWN_AFTER_APPLY]) == KNOWN_AFTER_APPLY


def test_select_takes_the_index_as_text_too() -> None:
    assert select(["1", ["a", "b"]]) == "b"


@pytest.mark.parametrize("index", [-1, 2])
def test_select_refuses_an_index_outside(index: int) -> None:
    with pytest.raises(AwsError, match=f"nonexistent value at index {index}"):
        select([index, ["a", "b"]])


@pytest.mark.parametrize(("value", "expected"), [(True, "true"), (False, "false"), (7, "7"), ("x", "x")])
def test_text_writes_booleans_as_templates_do(value: object, expected: str) -> None:
    assert text(value) == expected
