"""The letter in a forwarded mail: who passes a letter on has not written it."""

from __future__ import annotations

import re

_HEAD = re.compile(
    r"^(?:Fra|From): ?[^\r\n]+\r?\n(?:(?:Til|To|Sendt|Sent|Dato|Date|Cc|Modtaget|Emne|Subject):[^\r\n]*(?:\r?\n|\Z))+",
    re.MULTILINE,
)
_PASSED_ON = re.compile(r"^(?:Emne|Subject): ?(?:VS|FW|Fwd|Videresendt|Vsd)\s?:", re.MULTILINE | re.IGNORECASE)


def original(text: str) -> str:
    """The text from the head of the mail that was passed on; the whole text where none was.

    >>> original("Fra: Sekretariatet\\nEmne: VS: Høring\\n\\nSe her.\\n\\nFra: Bo\\nEmne: Høring\\n\\nJeg er imod.")
    'Fra: Bo\\nEmne: Høring\\n\\nJeg er imod.'
    """
    heads = list(_HEAD.finditer(text))
    position = 0
    # Passed on twice: the mail looked for is the first whose subject does not say that it was passed on.
    while position + 1 < len(heads) and _PASSED_ON.search(heads[position][0]):
        position += 1
    return text[heads[position].start() :] if position else text


# Where the mail that is answered begins: "Den 7. april 2025 kl. 15.02 skrev …:", "-----Oprindelig meddelelse-----".
_ANSWERED = re.compile(
    r"^(?:(?:Den|On|man|tir|ons|tor|fre|lør|søn)\b[^\r\n]{5,90}\b(?:skrev|wrote)\b[^\r\n]{0,90}:[ \t]*\r?$"
    r"|-{2,} ?(?:Oprindelig|Original) \w+ ?-{2,})",
    re.MULTILINE,
)
_LEAST = 40


def own_part(text: str) -> str:
    r"""What stands above the mail that is answered, which another has signed; the whole text where that is too little.

    >>> own_part("Vi vil gerne være med, men helst en anden dag.\nBo\nDen 7. maj 2025 skrev Ida Holm:\n> Kom!")
    'Vi vil gerne være med, men helst en anden dag.\nBo\n'
    """
    answered = _ANSWERED.search(text)
    return text[: answered.start()] if answered and answered.start() >= _LEAST else text
