"""Saved web pages (.html): all visible text, with what is not the article marked.

Nothing is thrown away here; `hoering.clean` takes the marked parts out, with a reason.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from hoering.errors import ReadError
from hoering.read.plain import decode
from hoering.sensitive import Mark, RawText

_INVISIBLE = {"script", "style", "template", "noscript", "head", "iframe", "svg", "object"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "dd", "details",
    "div", "dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "li", "main", "nav", "ol", "option", "p", "pre", "section", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_NOT_ARTICLE = {"nav", "footer", "aside", "button", "select"}
_NOT_ARTICLE_NAMES = re.compile(
    r"(?<![a-zæøå])(cookies?|consent|share|social|deling|breadcrumbs?|menu|navigation|skip|sidebar"
    r"|footer|related|relateret|comments?|kommentar(er)?|newsletter|nyhedsbrev|banner|ads?)(?![a-zæøå])",
    re.IGNORECASE,
)
_DECLARED = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)
_LATIN = {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252"}


def read_web(data: bytes) -> RawText:
    """Read a saved web page.

    Raises:
        ReadError: no HTML, or a page without any visible text.
    """
    text = _decode(data)
    if "<" not in text:
        raise ReadError("Filen hedder .html, men er ikke en webside.")
    raw = read_html(text)
    if not raw.text.strip():
        raise ReadError("Websiden har ingen læsbar tekst.")
    return raw


def read_html(text: str) -> RawText:
    """The visible text of HTML, also of an empty page."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # bs4 wonders at XML and at text that looks like a path
        soup = BeautifulSoup(text, "lxml")
    return _Collector(soup).collect()


def _decode(data: bytes) -> str:
    declared = _DECLARED.search(data[:4096])
    if declared:
        name = declared[1].decode("ascii", errors="replace").lower()
        try:
            # Browsers read Latin-1 as Windows-1252; a declaration in plain bytes cannot be in UTF-16.
            return data.decode("cp1252" if name in _LATIN else "utf-8" if name.startswith("utf") else name)
        except (LookupError, UnicodeError):
            pass
    return decode(data)


class _Collector:
    """Walks the tree once and gathers text, marks and the page title."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self.soup = soup
        self.around_article = _around_article(soup)
        self.around_title = _around(soup.find_all("h1"))
        self.articles = 0
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []

    def collect(self) -> RawText:
        title = self.soup.title.get_text(" ", strip=True) if self.soup.title else ""
        self._walk(self.soup)
        metadata = {"title": title} if title else {}
        return RawText(text="".join(self.parts), marks=tuple(self.marks), metadata=metadata)

    def _walk(self, root: Tag) -> None:
        # An explicit stack: pages nested thousands deep must not end in a RecursionError.
        stack: list[tuple[Tag | NavigableString | None, Tag | None, int, str]] = [(root, None, 0, "")]
        while stack:
            node, closing, start, kind = stack.pop()
            if closing is not None:
                self._close(closing, start, kind)
            elif isinstance(node, NavigableString):
                self._text(node)
            elif isinstance(node, Tag) and node.name not in _INVISIBLE:
                if node.name in _BLOCKS:
                    self._break()
                stack.append((None, node, self.length, self._kind(node)))
                self.articles += node.name == "article"
                stack.extend((child, None, 0, "") for child in reversed(list(node.children))
                             if isinstance(child, Tag | NavigableString))  # fmt: skip

    def _text(self, node: NavigableString) -> None:
        if isinstance(node, PreformattedString):  # comments, doctype, CDATA
            return
        text = re.sub(r"[ \t\r\n\f]+", " ", str(node))
        if not self.parts or self.parts[-1].endswith(("\n", " ")):
            text = text.lstrip(" ")
        if text:
            self._add(text)

    def _close(self, tag: Tag, start: int, kind: str) -> None:
        if kind and self.length > start:
            self.marks.append(Mark(start=start, end=self.length, kind=kind))
        self.articles -= tag.name == "article"
        if tag.name in _BLOCKS:
            self._break()

    def _kind(self, tag: Tag) -> str:
        kind = _kind(tag)
        named = id(tag) not in self.around_article and _is_named_so(tag)
        return "navigation" if not kind and (self._is_navigation(tag) or named) else kind

    def _is_navigation(self, tag: Tag) -> bool:
        # Asking bs4 for what is around and in every header takes forever where thousands lie in one another.
        outside = tag.name == "header" and not self.articles and id(tag) not in self.around_title
        return tag.name in _NOT_ARTICLE or outside or tag.get("role") in {"navigation", "banner", "contentinfo"}

    def _break(self) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self._add("\n")

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def _kind(tag: Tag) -> str:
    if tag.name in _HEADINGS:
        return "heading"
    if tag.name == "figcaption":
        return "caption"
    return "item" if tag.name == "li" else ""


def _is_named_so(tag: Tag) -> bool:
    names = " ".join([*tag.get_attribute_list("class"), *tag.get_attribute_list("id")] if tag.attrs else [])
    named = _NOT_ARTICLE_NAMES.search(names) is not None
    return tag.name == "form" or (named and tag.name not in {"html", "body", "main", "article"})


def _around_article(soup: BeautifulSoup) -> set[int]:
    """Ids of the tags around the article: a form or a "menu-open" around the whole page does not hide it."""
    inner = soup.find_all(["main", "h1"])
    articles = soup.find_all("article")
    if len(articles) == 1:
        inner += articles
    return _around(inner[:20])


def _around(tags: Iterable[Tag]) -> set[int]:
    """Ids of all tags that hold one of these."""
    around: set[int] = set()
    for tag in tags:
        for parent in tag.parents:
            if id(parent) in around:
                break
            around.add(id(parent))
    return around
