from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.sensitive import RawText

ReadAlone = Callable[[str, bytes], RawText | str]


def read(read_alone: ReadAlone, html: str | bytes) -> RawText:
    raw = read_alone("side.html", html.encode() if isinstance(html, str) else html)
    assert isinstance(raw, RawText), raw
    return raw


def marked(raw: RawText, kind: str) -> list[str]:
    return [raw.text[mark.start : mark.end].strip() for mark in raw.marks if mark.kind == kind]


PAGE = """<!DOCTYPE html><html><head><title>Debat: Flere i job</title><script>var a = 1;</script></head><body>
<nav><ul><li>Forside</li><li>Sport</li></ul></nav>
<div id="cookie-banner">Vi bruger cookies.</div>
<main><article><header><h1>Flere i job</h1></header>
<figure><img src="a.jpg"><figcaption>Foto: Ida Krog</figcaption></figure>
<p>Vi vil have <b>mentorer</b>.</p><!-- skjult --><ul><li>Også om aftenen</li></ul></article></main>
<aside>Mest læste</aside><footer>Ravnsø Tidende</footer></body></html>"""


def test_all_visible_text_is_read_in_order_and_nothing_else(read_alone: ReadAlone) -> None:
    assert read(read_alone, PAGE).text.split("\n") == [
        "Forside", "Sport", "Vi bruger cookies.", "Flere i job", "Foto: Ida Krog",
        "Vi vil have mentorer.", "Også om aftenen", "Mest læste", "Ravnsø Tidende", "",
    ]  # fmt: skip


def test_what_is_not_the_article_is_marked(read_alone: ReadAlone) -> None:
    raw = read(read_alone, PAGE)
    assert marked(raw, "navigation") == ["Forside\nSport", "Vi bruger cookies.", "Mest læste", "Ravnsø Tidende"]
    assert marked(raw, "heading") == ["Flere i job"]
    assert marked(raw, "caption") == ["Foto: Ida Krog"]
    assert marked(raw, "item") == ["Forside", "Sport", "Også om aftenen"]
    assert raw.metadata == {"title": "Debat: Flere i job"}


@pytest.mark.parametrize(
    "around",
    [
        '<form id="aspnetForm">{}</form>',
        '<div class="page sidebar-right">{}</div>',
        '<div id="menu"><div>{}</div></div>',
    ],
)
@pytest.mark.parametrize(
    "article",
    ["<h1>Flere i job</h1><p>Vi vil.</p>", "<main><p>Vi vil.</p></main>", "<article><p>Vi vil.</p></article>"],
)
def test_a_form_or_a_menu_class_around_the_whole_page_does_not_hide_the_article(
    read_alone: ReadAlone, around: str, article: str
) -> None:
    raw = read(read_alone, f"<html><body>{around.format(article)}</body></html>")
    assert marked(raw, "navigation") == []
    assert raw.text.endswith("Vi vil.\n")


@pytest.mark.parametrize(
    ("html", "navigation"),
    [
        ('<form class="search"><button>Søg</button></form><p>Vi vil.</p>', ["Søg", "Søg"]),
        ('<div class="share-buttons">Del</div><p>Vi vil.</p>', ["Del"]),
        ('<div class="shareholder">Del</div><p>Vi vil.</p>', []),
        ('<div role="navigation">Forside</div><p>Vi vil.</p>', ["Forside"]),
        ("<header>Avisen</header><h1>Titel</h1>", ["Avisen"]),
        ("<header><h1>Titel</h1></header>", []),
        ('<section id="comments"><article>Enig!</article><article>Uenig!</article></section>', ["Enig!\nUenig!"]),
    ],
)
def test_navigation_is_known_by_tag_role_and_name(read_alone: ReadAlone, html: str, navigation: list[str]) -> None:
    assert marked(read(read_alone, f"<html><body>{html}</body></html>"), "navigation") == navigation


@pytest.mark.parametrize("tag", ["div", "div class='menu'", "b", "table"])
def test_five_thousand_levels_are_read(read_alone: ReadAlone, tag: str) -> None:
    closing = f"</{tag.split()[0]}>"
    assert read(read_alone, f"<{tag}>" * 5000 + "Vi vil have job." + closing * 5000).text.strip() == "Vi vil have job."


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (b"<meta charset=utf-8><p>\xc3\xa6</p>", "æ"),
        (b"<meta charset=iso-8859-1><p>\x93\xe6\x94</p>", "“æ”"),
        (b'<meta http-equiv=a content="text/html; charset=windows-1252"><p>\x93\xe6\x94</p>', "“æ”"),
        (b"<meta charset=utf-16><p>\xc3\xa6</p>", "æ"),
        (b"<meta charset=findes-ikke><p>\xe6</p>", "æ"),
        (b"<meta charset=undefined><p>\xe6</p>", "æ"),
        (b"<meta charset=utf-8><p>\xe6</p>", "æ"),
        (b"<p>\xe6</p>", "æ"),
    ],
)
def test_the_declared_encoding_is_used_where_it_fits(read_alone: ReadAlone, html: bytes, text: str) -> None:
    assert read(read_alone, html).text == f"{text}\n"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>ord <b> fed </b> skrift</p>", "ord fed skrift\n"),
        ("<p>Et<br>to</p><p>\n  tre\n</p>", "Et\nto\ntre \n"),
        ("<td>Mål</td><td>Job</td>", "Mål\nJob\n"),
        ("<p>1 &lt; 2 &amp; a&shy;b</p>", "1 < 2 & a\u00adb\n"),
        ("<?xml version='1.0'?><rss><item>Nyt</item></rss>", "Nyt\n"),
        ("<p>Åben <b>ende", "Åben ende\n"),
    ],
)
def test_text_runs_together_within_a_block_and_breaks_between_blocks(
    read_alone: ReadAlone, html: str, text: str
) -> None:
    assert read(read_alone, html).text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Vi er bare tekst.", "Filen hedder .html, men er ikke en webside."),
        (b"<html><script>a</script></html>", "Websiden har ingen læsbar tekst."),
        (b"<p>a\x00b</p>", "Filen er ikke læsbar tekst i UTF-8 eller Windows-1252 (forkert tegnkodning?)."),
    ],
)
def test_what_is_no_web_page_is_refused(read_alone: ReadAlone, data: bytes, reason: str) -> None:
    assert read_alone("side.html", data) == reason
