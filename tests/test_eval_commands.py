"""`hoering eval`, as a person types it and reads its answer."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from hoering.eval_commands import eval_command

SENTENCES = ["Bussen kører aldrig om søndagen.", "De unge skal have et bedre tilbud.", "Vi er glade for planen."]
FACIT = """\
fil;tekst;temaer;holdning
brev.txt;Bussen kører aldrig om søndagen.;mobilitet;kritik
brev.txt;De unge skal have et bedre tilbud.;unge;forslag
brev.txt;Vi er glade for planen.;styring;stoette
"""


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A finished run's tables: machine and person have coded the same three sentences."""
    machine = [("theme", "mobilitet"), ("stance", "neutral")], [("theme", "unge"), ("stance", "forslag")]
    person = [("theme", "mobilitet"), ("stance", "kritik")], [("theme", "unge"), ("stance", "forslag")]
    rows = [
        ("svar/brev.txt", 50 * number, 50 * number + 40, SENTENCES[number], kind, code, coder)
        for coder, sentences in (("rule:patterns", machine), ("human:ab", person))
        for number, codes in enumerate(sentences)
        for kind, code in codes
    ]
    processed = tmp_path / "kørsel" / "data" / "processed"
    processed.mkdir(parents=True)
    columns = ["document", "start", "end", "quote", "kind", "code", "coder"]
    pd.DataFrame(rows, columns=columns).to_parquet(processed / "codings.parquet")
    pd.DataFrame([], columns=["document", "start", "end"]).to_parquet(processed / "removals.parquet")
    return tmp_path / "kørsel"


def evaluated(run: Path, *options: str, facit: str = FACIT) -> Result:
    file = run.parent / "facit.csv"
    file.write_text(facit, encoding="utf-8")
    return CliRunner().invoke(eval_command, [str(file), "--paa", str(run), *options])


def lines(result: Result) -> list[str]:
    assert result.exit_code == 0, result.stderr
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


def test_figures_codes_and_confusion(run: Path) -> None:
    found = lines(evaluated(run))
    assert found[0] == "Sammenlignet: 3 sætninger i 1 dokument; koder: rule:patterns."
    assert "1 sætning findes ikke i kørslen og tæller som ikke kodet." in found
    assert any(line.startswith("Temaer: mikro-F1 0,80 ") and line.endswith(" –") for line in found)
    assert any(line.startswith("Holdning: andel ens 0,33 ") for line in found)
    assert "mobilitet 1 1 1 1,00 1,00 1,00" in found
    assert "styring 1 0 0 0,00 0,00 0,00" in found
    assert "kritik · · 1 ·" in found  # forslag, kritik, neutral, stoette
    assert not any(line.startswith(("Omtalte parter", "Stemme")) for line in found)


def test_many_codes_are_numbered_in_a_confusion(run: Path) -> None:
    voices = ["borgere", "raad", "staten", "politikere", "uddannelse", "virksomheder", "a_kasser"]
    rows = "".join(f"brev.txt;{SENTENCES[0]};{voice}\n" for voice in voices)
    found = lines(evaluated(run, facit="fil;tekst;stemme\n" + rows))
    assert "1 2 3 4 5 6 7 8" in found
    assert "2 borgere · · · · · · 1 ·" in found  # found is "ukendt", the seventh in the alphabet


@pytest.mark.parametrize("name", ["ab", "human:ab"])
def test_one_coder_of_several(run: Path, name: str) -> None:
    found = lines(evaluated(run, "--koder", name))
    assert found[0].endswith("koder: human:ab.")
    assert any(line.startswith("Holdning: andel ens 0,67 ") for line in found)


@pytest.mark.parametrize(
    ("options", "facit", "answer"),
    [
        (["--koder", "trained"], FACIT, "Kodere i kørslen: human:ab, rule:patterns."),
        (["--kodebog", "findes-ikke"], FACIT, "Der følger ingen kodebog med navnet »findes-ikke«"),
        ([], FACIT.replace("brev.txt", "andet.txt"), "Ingen af de 3 sætninger i facit.csv findes i kørslen."),
        ([], FACIT.replace("unge;", "ungge;"), "facit.csv, linje 3: »ungge« er ikke i kodebogen"),
    ],
)
def test_what_cannot_be_compared_ends_with_two(run: Path, options: list[str], facit: str, answer: str) -> None:
    done = evaluated(run, *options, facit=facit)
    assert done.exit_code == 2
    assert answer in done.stderr.replace("\n", " ")


def test_a_folder_without_a_run(tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    done = evaluated(tmp_path / "tom")
    assert done.exit_code == 2
    assert "Der er ingen færdig kørsel i " in done.stderr
