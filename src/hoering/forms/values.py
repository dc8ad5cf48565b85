"""What the values of form fields look like: dates, numbers, roles, yes and no."""

from __future__ import annotations

import datetime
import re

_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SHORT = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{1,2})(?:\s?[./-]\s?(\d{4}|\d{2})|\s(\d{4}))(?!\d)")
_LONG = re.compile(
    rf"(\d{{1,2}})\.?\s*({'|'.join(m[:3] for m in _MONTHS)})[a-zæøå]*\.?\s*(\d{{4}})(?!\d)", re.IGNORECASE
)
_BEFORE = re.compile(r"\s*(?:(?:man|tirs|ons|tors|fre|lør|søn)dag,?\s*)?(?:d(?:en|\.)?\s*)?", re.IGNORECASE)
_AFTER = re.compile(
    r"[T\s,]*(?:(?:kl|klokken)\b\.?)?\s*(?:\d{1,2}[.:]\d{2}(?:[.:]\d{2})?)?(?:\.\d+)?\s*(?:Z|[+-]\d\d:\d\d)?\s*"
)

_ROLES = {
    "privat": (
        "privatperson", "privat", "privat borger", "borger", "som borger", "enkeltperson", "som privatperson",
        "pårørende", "privatpersoner",
    ),
    "forening": (
        "forening", "organisation", "interesseorganisation", "forening/organisation", "organisation/forening",
        "fagforening", "brugerråd", "råd", "interessent", "ngo", "bruger- eller interesseorganisation",
        "som organisation",
    ),
    "virksomhed": ("virksomhed", "erhverv", "erhvervsdrivende", "privat virksomhed", "firma", "selvstændig"),
    "myndighed": (
        "myndighed", "offentlig myndighed", "kommune", "region", "offentlig institution", "stat", "institution",
    ),
}  # fmt: skip
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words}

_NOBODY = frozenset({"anonym", "ikke oplyst", "ikke angivet", "ingen", "intet", "nej", "n/a", "uoplyst"})
_YES_NO = re.compile(r"(?:(ja|sand|true|x|✓|☒)|(nej|falsk|false|☐))\b.{0,60}|[✓☒☐x]", re.IGNORECASE)
_NUMBER = re.compile(r"[#\w][\w./-]{0,40}(?: af \d+)?")
_SENTENCE_WORDS = re.compile(r"\b(?:jeg|vi|os|skal|vil|kan|bør|ikke|synes|mener|er|har)\b")
_ENDS = re.compile(r"[?!:…]$|(?<![ .][A-Za-zÆØÅæøå])(?<!m\.fl)(?<!mv)\.$")
_FILE = re.compile(r"[^\n]{1,120}\.(?:pdf|docx?|odt|rtf|xlsx?|jpe?g|png|zip|msg|eml|txt|pptx?)", re.IGNORECASE)

LONGEST_NAME = 100
_LONGEST_LINE = 160


def iso_date(text: str) -> str:
    """The date a value begins with, as ISO; empty where it begins with none or with one that is not in the calendar.

    >>> iso_date("01/02/2030 10:11"), iso_date("3. marts 2030 kl. 9.05"), iso_date("31/2/2030")
    ('2030-02-01', '2030-03-03', '')
    """
    start = _before(text)
    if match := _ISO.match(text, start):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    elif match := _LONG.match(text, start):
        months = [month[:3] for month in _MONTHS]
        year, month, day = int(match[3]), months.index(match[2].lower()) + 1, int(match[1])
    elif match := _SHORT.match(text, start):
        year, month, day = int(match[3] or match[4]), int(match[2]), int(match[1])
    else:
        return ""
    try:
        return datetime.date(year + 2000 if year < 100 else year, month, day).isoformat()
    except ValueError:
        return ""


def is_date(text: str) -> bool:
    """Whether a value is a date, with or without a time, and nothing more."""
    if not iso_date(text):
        return False
    start = _before(text)
    match = _ISO.match(text, start) or _LONG.match(text, start) or _SHORT.match(text, start)
    return match is not None and _AFTER.fullmatch(text, match.end()) is not None


def _before(text: str) -> int:
    match = _BEFORE.match(text)
    return match.end() if match else 0


def role_of(text: str) -> str:
    """``privat``, ``forening``, ``virksomhed`` or ``myndighed``; empty for what is no role.

    >>> role_of("Offentlig myndighed"), role_of("Foreningen Krog")
    ('myndighed', '')
    """
    return _ROLE_OF.get(" ".join(text.casefold().split()).strip(" .*"), "")


def is_nobody(text: str) -> bool:
    """Whether a value of a name or organisation says that there is none (``-``, ``Anonym``)."""
    return text.casefold().strip(" .") in _NOBODY or not any(c.isalpha() for c in text)


def yes_no(text: str) -> str:
    """``ja``, ``nej``, or empty."""
    match = _YES_NO.fullmatch(text.strip())
    if not match:
        return ""
    return "nej" if match[2] or text.strip() == "☐" else "ja"


def files_in(text: str) -> tuple[str, ...]:
    """The names of files in a value, one per line or with commas or semicolons between them."""
    return tuple(part.strip() for part in re.split(r"[;,\n]", text) if _FILE.fullmatch(part.strip()))


def is_contact_line(text: str) -> bool:
    """Whether a line holds an e-mail address or a phone number and no sentence."""
    reach = "@" in text or re.search(r"(?:\d ?){8}", text)
    return bool(reach) and len(text) <= _LONGEST_LINE and not is_sentence(text)


def is_sentence(text: str) -> bool:
    """Whether a line reads as a sentence, and so is no value of a field."""
    return _SENTENCE_WORDS.search(text) is not None or _ENDS.search(text) is not None


def fits(key: str, value: str) -> bool:
    """Whether a text can be the value of a field of this kind when no sign ties it to its label."""
    if key == "submitted":
        return is_date(value)
    if key in {"case_number", "hearing_id", "answer_id"}:
        return _NUMBER.fullmatch(value) is not None and any(c.isdigit() for c in value)
    if key == "role":
        return bool(role_of(value)) or (len(value) <= LONGEST_NAME and not is_sentence(value))
    if key == "publish":
        return bool(yes_no(value))
    if key == "postcode":
        return re.match(r"(?:DK-?)?\d{4}\b", value) is not None and not is_sentence(value)
    if key == "email":
        return "@" in value and not is_sentence(value)
    if key == "phone":
        return re.fullmatch(r"[+()\d ./-]{6,25}", value) is not None
    if key == "attachments":
        return bool(files_in(value)) or value.casefold().strip(" .") in {"ingen", "nej", "-", "0"}
    return len(value) <= (LONGEST_NAME if key != "contact" else _LONGEST_LINE) and not is_sentence(value)
