from __future__ import annotations

import pytest

from hoering.endorsements import Register, Writer

NAMES = {
    "raad": "Handicaprådet i Vestrup Kommune",
    "forbund": "Fagligt Forbund Vestrup",
    "kl": "Kommunernes Landsforening (KL)",
    "di": "DI",
    "kommune": "Skovlev Kommune",
    "skole": "Vestrup Erhvervsskole",
    "person": "Amir Sadeghi, Fælleslisten (J)",
    "metal": "Dansk Metal",
    "borger": "[Borger 3]",
}
REGISTER = Register([
    *(Writer(source=source, names=(name,)) for source, name in NAMES.items()),
    Writer(source="udkast", names=("Vestrup Kommune",), authority=True),
])  # fmt: skip


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("Handicaprådet i Vestrup Kommune", "raad"),
        ("Handicaprådet", "raad"),
        ("handicaprådets", "raad"),
        ("Vestrup Handicapråd", "raad"),
        ("Fagligt Forbund", "forbund"),
        ("forbundets", "forbund"),
        ("KL", "kl"),
        ("KLs", "kl"),
        ("KL's", "kl"),
        ("KL’s", "kl"),
        ("Kommunernes Landsforening", "kl"),
        ("Dansk Industri", "di"),
        ("Skovlev Kommunes", "kommune"),
        ("Vestrup Kommune", "udkast"),
        ("Erhvervsskolen", "skole"),
        ("Amir Sadeghi", "person"),
        ("Fælleslisten", "person"),
        ("Dansk Metals", "metal"),
        ("[Borger 3]s", "borger"),
    ],
)
def test_forms_of_a_name(name: str, source: str) -> None:
    assert [writer.source for writer in REGISTER.find(name)] == [source]


@pytest.mark.parametrize(
    "name", ["Vestrup", "Skovlev", "Forbund Nord", "Handicaprådet i Skovlev", "[Borger 33]", "K", "Dansk Fisk", ""]
)
def test_what_is_nobodys_name(name: str) -> None:
    assert REGISTER.find(name) == []


def test_name_that_several_have_is_theirs_in_order() -> None:
    register = Register([Writer(source="b", names=("Lokalrådet Nord",)), Writer(source="a", names=("Lokalrådet Syd",))])
    assert [w.source for w in register.find("Lokalrådet")] == ["b", "a"]
    assert [w.source for w in register.find("Lokalrådet Syd")] == ["a"]
