"""What is a word to a topic model, and how it is shown."""

from __future__ import annotations

from hoering.topics.words import Reader, base_form, own_words, related, surface_forms, written


def terms(*texts: str) -> list[list[str]]:
    reader = Reader.learned_from(texts)
    return [reader.terms(text) for text in texts]


def test_words_are_base_forms_and_compounds_come_with_their_parts() -> None:
    assert terms("virksomhederne")[0] == ["virksomhed"]
    found = terms("på arbejdsmarkedet")[0]
    assert found[0] == "arbejdsmarked"
    assert "marked" in found


def test_danish_letters_survive() -> None:
    assert terms("Æblegrøden på øen og ålegræsset")[0][0] == "æblegrød"
    assert base_form("øerne") == "ø"


def test_stop_words_fillers_placeholders_addresses_and_numbers_are_no_content() -> None:
    assert (
        terms("Øh, altså, det er jo ikke sådan, [Person 12] [CPR-nummer] navn@eksempel.dk www.eksempel.dk 2024")[0]
        == []
    )


def test_names_are_left_out_and_acronyms_stay() -> None:
    found = terms("Vi talte med Zbigniew om FGU i Odense")[0]
    assert "fgu" in found
    assert "zbigniew" not in found
    assert "odense" not in found


def test_an_unknown_word_with_a_capital_is_no_name_where_it_also_stands_without() -> None:
    assert terms("Grubbel er svært", "man kan grubbel")[0][0] == "grubbel"
    assert "grubbel" not in terms("Grubbel er svært", "man kan meget")[0]


def test_a_word_is_shown_as_people_write_it_most() -> None:
    texts = ["Buskortene er dyre", "buskortene", "buskort", "FGU"]
    reader = Reader.learned_from(texts)
    shown = surface_forms(written(texts), reader)
    assert shown["buskort"] == "buskortene"
    assert shown["fgu"] == "FGU"
    assert "kort" not in shown


def test_a_part_that_never_stands_alone_is_no_key_word() -> None:
    texts = ["borgmesteren og kommunen", "borgmesteren", "kommunekassen"]
    own = own_words(written(texts), Reader.learned_from(texts))
    assert {"borgmester", "kommune"} <= own
    assert "mester" not in own


def test_a_compound_is_related_to_its_parts() -> None:
    assert related("job", "jobcenter")
    assert not related("job", "bus")


def test_surnames_that_are_words_are_no_terms_where_they_follow_a_name() -> None:
    texts = ["Bevar bussen, skriver Birgitte Kjær Skov.", "Det mener Zbigniew P. Skov", "Skovs svar er kort"]
    assert not any("skov" in found for found in terms(*texts))
    assert "skov" in terms("Skoven ligger smukt", "Byens Skov er fredet")[1]


def test_a_word_with_a_capital_after_a_name_stays_where_it_also_stands_without() -> None:
    found = terms("Skovlev Jobcenter skriver", "et jobcenter ringer")
    assert "jobcenter" in found[0]


def test_known_names_are_no_terms_in_any_form_and_those_that_are_not_there_are_not_kept() -> None:
    texts = ["Bjørn Skov har svaret på Skovs brev", "Skoven ved byen er smuk"]
    reader = Reader.learned_from(texts, ["Bjørn Skov", "Karen Uset"])
    assert not {"skov", "bjørn"} & set(reader.terms(texts[0]))
    assert "brev" in reader.terms(texts[0])
    assert "skov" in reader.terms(texts[1])
    assert reader.names == {"bjørn", "skov"}


def test_plain_words_are_terms_but_no_key_words() -> None:
    texts = ["Bussen går den rigtige vej", "Bussen går en gang"]
    reader = Reader.learned_from(texts)
    assert "gang" in reader.terms(texts[1])
    assert own_words(written(texts), reader) == {"bus"}
    assert own_words(written(["gang"]), Reader.learned_from(["gang"])) == {"gang"}
