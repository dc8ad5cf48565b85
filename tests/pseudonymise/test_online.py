"""What is an e-mail address, a profile or an IP address; ‹…› is what must be found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.pseudonymise.online import find_online

Marked = Callable[..., None]


@pytest.mark.parametrize(
    "written",
    [
        "Skriv ‹lis.holm@post.example›.",
        "‹lis@\npost.dk›",
        "‹lis(at)post.dk›",
        "‹lis [at] holm [dot] dk›",
        "‹henriette snabel-a skovlund.dk›",
        "‹svend at kragelund.dk›",
        "‹signe punktum haahr snabela hverdag punktum dk› nu",
        "Mail: ‹[email protected]›",
    ],
)
def test_email(marked: Marked, written: str) -> None:
    marked(find_online, written, "[e-mail]")


@pytest.mark.parametrize(
    "written",
    [
        "Vi mødes @ torvet",
        "5 stk. @ 20 kr.",
        "Hun bor at huske i byen.",
        "Det er godt at se.Vi kommer",
        "Kom at dk.",
    ],
)
def test_no_email(marked: Marked, written: str) -> None:
    marked(find_online, written, "[e-mail]")


@pytest.mark.parametrize(
    "written",
    [
        "Se ‹facebook.com/lis.holm61›",
        "‹https://www.linkedin.com/in/lis-holm-0a1b2c›",
        "‹instagram.com/lis_holm›",
        "jeg hedder ‹@lisholm› der",
    ],
)
def test_profile(marked: Marked, written: str) -> None:
    marked(find_online, written, "[profil]")


@pytest.mark.parametrize(
    "written",
    [
        "facebook.com/ravnsoekommune",
        "linkedin.com/company/nordvaerftet",
        "facebook.com/groups/1234",
        "www.ravnsoe.dk/høring",
    ],
)
def test_pages_of_organisations_are_no_profile(marked: Marked, written: str) -> None:
    marked(find_online, written, "[profil]")


@pytest.mark.parametrize(
    "written",
    [
        "fra ‹87.49.201.16› i går",
        "IP: ‹12.34.56.78›",
    ],
)
def test_ip(marked: Marked, written: str) -> None:
    marked(find_online, written, "[IP-adresse]")


@pytest.mark.parametrize(
    "written",
    [
        "version 2.1.0.1",
        "1.234.167.190 kr.",
        "afsnit 1.2.3.4",
        "12.34.56.78",
    ],
)
def test_no_ip(marked: Marked, written: str) -> None:
    marked(find_online, written, "[IP-adresse]")
