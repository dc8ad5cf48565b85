"""Where a person is met on the net: e-mail, also disguised, profiles, handles and IP addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.pseudonymise.finding import Finding, Mask, Rule
from hoering.pseudonymise.words import is_institution

_TLD = r"(?:dk|com|org|net|eu|nu|info|io|se|no|de|uk|fo|gl|me|example)"
# Bounded, so that a run of letters without end costs no more than its length.
_LOCAL = r"(?<![\w.+-])[\w.+-]{1,64}"
_LABEL = r"[\w+-]{1,63}"
_BRACKETED_AT = r"\s?[(\[{<]\s?(?:at|a|snabel-?a|@)\s?[)\]}>]\s?"
_SAID_AT = r"\s(?:snabel-?a|@|at)\s"
_DOT = r"(?:\.|\s?[(\[{]\s?(?:dot|punktum|prik|\.)\s?[)\]}]\s?|\s(?:dot|punktum|prik)\s)"
_EMAILS = (
    # lis@post.dk, lis @ post.dk, lis@\npost.dk, lis@post.\ndk
    re.compile(rf"{_LOCAL}\s?@\s{{0,2}}{_LABEL}(?:\.{_LABEL}){{0,5}}(?:\.\s{{1,2}}{_TLD}\b|\.{_LABEL})"),
    # lis(at)post.dk, lis [at] post [dot] dk
    re.compile(
        rf"{_LOCAL}(?:{_DOT}{_LABEL}){{0,3}}?{_BRACKETED_AT}{_LABEL}(?:{_DOT}{_LABEL}){{0,5}}?{_DOT}{_LABEL}",
        re.IGNORECASE,
    ),
    # lis at post.dk, lis punktum holm snabela post punktum dk
    re.compile(
        rf"{_LOCAL}(?:\s(?:dot|punktum|prik)\s{_LABEL}){{0,3}}{_SAID_AT}{_LABEL}(?:{_DOT}{_LABEL}){{0,5}}?{_DOT}{_TLD}\b",
        re.IGNORECASE,
    ),
    re.compile(r"\[email[\s\u00a0]?protected\]", re.IGNORECASE),
)
_PROFILE = re.compile(
    r"(?:https?://)?(?:www\.|m\.|da-dk\.|dk\.|web\.)?(?:(?:facebook|fb|instagram|twitter|x|tiktok|threads|pinterest)\.com"
    r"|fb\.me|m\.me|wa\.me|t\.me|threads\.net|(?:linkedin\.com/(?:in|pub))|(?:snapchat\.com/add)|(?:youtube\.com/(?:user|c)))"
    r"/(?!groups/|events/|hashtag/|share)@?([\w.%-]{1,80}(?:\?id=\d+)?)/?",
    re.IGNORECASE,
)
_VIDEO = re.compile(r"(?:https?://)?(?:www\.)?(?:youtube|tiktok|medium)\.com/(@[\w.-]+)", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w@./])@([A-Za-zÆØÅæøå_][\w.]{2,28}\w)")
_IP = re.compile(r"(?<![\d.])((?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d))(?![\w]|\.\d)")
_IP_CUE = re.compile(r"\bIP\b[^\d\n]{0,25}$", re.IGNORECASE)
_IPV6 = re.compile(r"(?<![\w:])(?:[0-9a-fA-F]{1,4}:){4,7}(?::?[0-9a-fA-F]{1,4})(?![\w:])")
_ORGANISATION = re.compile(
    r"kommune|jobcenter|forbund|forening|region|avis|nyt|radet|rådet|skole|center|kasse|danmark|\bdk\b", re.IGNORECASE
)


def _is_private(match: re.Match[str]) -> bool:
    return not _ORGANISATION.search(match[1]) and not is_institution(match[1].capitalize())


def _is_ip(match: re.Match[str]) -> bool:
    if _IP_CUE.search(match.string[max(0, match.start() - 30) : match.start()]):
        return True
    money = re.fullmatch(r"\d{1,3}(?:\.\d{3}){3}", match[1])
    return not money and any(len(part) == 3 for part in match[1].split("."))


_MAIL_MASK = Mask("[e-mail]", "e-mail")
_PROFILE_MASK = Mask("[profil]", "profil på nettet")
_IP_MASK = Mask("[IP-adresse]", "IP-adresse")
_RULES = (
    *(Rule(_MAIL_MASK, regex) for regex in _EMAILS),
    Rule(_PROFILE_MASK, _PROFILE, accepts=_is_private),
    Rule(_PROFILE_MASK, _VIDEO, accepts=_is_private),
    Rule(_PROFILE_MASK, _HANDLE, accepts=_is_private),
    Rule(_IP_MASK, _IP, group=1, accepts=_is_ip),
    Rule(_IP_MASK, _IPV6),
)


def find_online(text: str) -> Iterator[Finding]:
    """E-mail addresses, private profiles and handles, IP addresses."""
    for rule in _RULES:
        yield from rule.find(text)
