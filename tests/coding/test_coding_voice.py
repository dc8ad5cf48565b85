from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.voice import VoiceCoder
from hoering.records import Segment, Source

MakeDocument = Callable[..., tuple[Source, list[Segment], list[Sentence]]]
Told = tuple[str, str]


@pytest.fixture(scope="module")
def coder(book: Codebook) -> VoiceCoder:
    return VoiceCoder(book)


@pytest.fixture
def check(coder: VoiceCoder, make_document: MakeDocument) -> Callable[..., None]:
    """Compare the voice of every sentence with the one written by it; a lone string opens a new paragraph."""

    def run(*told: Told | str, kind: str = "nyhed", sender_type: str = "journalist") -> None:
        paragraphs: list[list[Told]] = [[]]
        for item in told:
            if isinstance(item, str):
                paragraphs.append([])
            else:
                paragraphs[-1].append(item)
        document = make_document(
            [[text for text, _ in paragraph] for paragraph in paragraphs], kind=kind, sender_type=sender_type
        )
        expected = [item for paragraph in paragraphs for item in paragraph]
        found = coder.code(*document)
        assert [(text, voice.code) for (text, _), voice in zip(expected, found, strict=True)] == expected

    return run


def speakers(coder: VoiceCoder, make_document: MakeDocument, paragraphs: Sequence[Sequence[str]]) -> list[str]:
    return [voice.speaker for voice in coder.code(*make_document(paragraphs))]


P = "¶"


class TestNews:
    def test_a_title_at_the_first_mention_holds_for_the_bare_surname(self, check: Callable[..., None]) -> None:
        check(
            ("Skovlev Kommune vil have flere i job.", "journalist"),
            ("Det siger beskæftigelseschef Lone Friis.", "journalist"),
            P,
            ("”Vi vil være tættere på virksomhederne,” siger Friis.", "jobcenter_kommune"),
            P,
            ("Friis tilføjer, at der kommer tre nye konsulenter.", "jobcenter_kommune"),
        )

    def test_the_title_may_come_after_the_quotation(self, check: Callable[..., None]) -> None:
        check(
            ("”Det er på tide, at nogen gør noget ved det,” siger Ib Lund, formand for 3F Skovlev.", "fagforeninger"),
            ("”Der skal ti til.”", "fagforeninger"),
            ("Tallene kommer fra 2024.", "journalist"),
        )

    def test_he_and_she_are_the_person_mentioned_last(self, check: Callable[..., None]) -> None:
        check(
            ("Borgmester Ib Lund (S) har siddet i ti år.", "journalist"),
            P,
            ("”Vi mangler hænder i byen,” siger han.", "politikere"),
            P,
            ("Han mener, at det haster.", "politikere"),
            P,
            ("Kirsten Dahl er tillidsrepræsentant på værftet.", "journalist"),
            P,
            ("”Vi har ventet længe,” siger hun.", "fagforeninger"),
        )

    def test_an_organisation_in_between_is_not_he(self, check: Callable[..., None]) -> None:
        check(
            ("Borgmester Ib Lund (S) har siddet i ti år.", "journalist"),
            ("Ifølge A-kassen Kompas er der 300 ledige.", "a_kasser"),
            P,
            ("”Det tal er alt for højt,” siger han.", "politikere"),
        )

    def test_a_speaker_named_at_the_end_speaks_from_the_start(self, check: Callable[..., None]) -> None:
        check(
            ("”Vi har ventet længe på det her.", "politikere"),
            ("Mange har været i tvivl.", "politikere"),
            P,
            ("Nu er det endelig sket, og det er godt,” siger borgmester Ib Lund (S).", "politikere"),
            P,
            ("Mødet varede to timer.", "journalist"),
        )

    def test_a_quotation_runs_through_a_paragraph_without_marks(self, check: Callable[..., None]) -> None:
        check(
            ("»Vi har ventet længe på det her.", "raad"),
            P,
            ("Der går for lang tid.", "raad"),
            P,
            ("Nu må det være nok,« siger formand for Handicaprådet Bo Krag.", "raad"),
        )

    def test_an_announcement_that_ends_in_a_colon_names_the_speaker(self, check: Callable[..., None]) -> None:
        check(
            ("Rådmand Ib Lund (V) fortæller videre:", "politikere"),
            P,
            ("”Alle skal med, også dem uden for byen.”", "politikere"),
            P,
            ("Sådan lyder det fra jobcenterchef Lone Friis:", "journalist"),
            P,
            ("”Vi begynder allerede til maj, når alle er ansat.”", "jobcenter_kommune"),
        )

    def test_a_speaker_named_before_the_quotation(self, check: Callable[..., None]) -> None:
        check(("Borgmester Ib Lund (S) siger: ”Vi mangler folk, og det er alvorligt for hele byen.”", "politikere"))

    def test_according_to_somebody_is_that_ones_view(self, check: Callable[..., None]) -> None:
        check(
            ("Ifølge Lone Friis, der er jobcenterchef, begynder det i maj.", "jobcenter_kommune"),
            ("”Det bliver en travl tid for os alle,” siger hun.", "jobcenter_kommune"),
            ("Arbejdet er ifølge Lone Friis godt i gang.", "jobcenter_kommune"),
        )

    def test_a_name_does_not_take_the_first_word_of_its_sentence_with_it(
        self, coder: VoiceCoder, make_document: MakeDocument
    ) -> None:
        text = "Ifølge Lone Friis, jobcenterchef i Skovlev, begynder det."
        assert speakers(coder, make_document, [[text]]) == ["Lone Friis"]

    def test_unmarked_questions_of_an_interview_are_the_journalists(self, check: Callable[..., None]) -> None:
        check(
            ("Borgmester Ib Lund (S) svarer her på fire spørgsmål.", "politikere"),
            P,
            ("Hvad betyder planen for de ledige?", "journalist"),
            P,
            ("”Den betyder, at vi kommer hurtigere i gang.”", "politikere"),
            P,
            ("Er du enig med rådmand Kirsten Dahl?", "journalist"),
            P,
            ("”Nej, det er jeg bestemt ikke altid, må jeg sige.”", "politikere"),
            P,
            ("Hvad siger kommunen til kritikken?", "journalist"),
            P,
            ("”Vi lytter, og vi tager det alvorligt.”", "politikere"),
        )

    def test_a_question_may_name_whom_it_asks_first(self, check: Callable[..., None]) -> None:
        check(
            ("Jobcenterchef Lone Friis, hvorfor tager det så lang tid?", "journalist"),
            P,
            ("”Fordi vi mangler folk, og det gør vi alle.”", "jobcenter_kommune"),
        )

    def test_a_placeholder_is_a_private_person(self, check: Callable[..., None]) -> None:
        check(
            ("[Borger 1] har ventet i et år.", "journalist"),
            P,
            ("– Jeg er så træt af det, siger hun.", "borgere"),
            P,
            ("[Person 2] mener, at det er for dårligt.", "borgere"),
            P,
            ("[Medarbejder 1] siger, at der mangler tid.", "jobcenter_kommune"),
        )

    def test_where_somebody_is_from_ends_with_the_verb(self, check: Callable[..., None]) -> None:
        check(
            ("[Person 2] fra Hedelund har søgt job på hoteller i hele byen.", "journalist"),
            P,
            ("”De ringer aldrig tilbage til mig,” siger hun.", "borgere"),
            ("Hun savner også, at nogen svarer.", "borgere"),
        )

    def test_a_quotation_of_nobody_known_is_unknown(self, check: Callable[..., None]) -> None:
        check(
            ("Et lille firma har ansat to.", "journalist"),
            ("”Hvorfor skal vi betale for kommunens fejl i det her?”", "ukendt"),
        )

    def test_a_named_person_without_a_party_is_unknown(self, check: Callable[..., None]) -> None:
        check(("”Det er på tide, at der sker noget nu,” siger Ib Lund.", "ukendt"))

    def test_a_quoted_title_is_not_speech(self, check: Callable[..., None]) -> None:
        check(
            ("Borgmester Ib Lund (S) er med.", "journalist"),
            ("Planen hedder ”Sammen om job”.", "journalist"),
        )

    def test_dash_and_speaker_in_one_paragraph(self, check: Callable[..., None]) -> None:
        check(
            ("– Hvad skal vi gøre? spørger oldermand Bo Krag.", "arbejdsgiverorganisationer"),
            P,
            ("– Jeg mener, at Kirsten Dahl tager fejl, siger Bo Krag.", "arbejdsgiverorganisationer"),
            P,
            ("Kirsten Dahl er rådmand i Skovlev.", "journalist"),
        )

    def test_organisations_speak_as_their_party(self, check: Callable[..., None]) -> None:
        check(
            ("Fagforeningen mener, at planen er tynd.", "fagforeninger"),
            ("Ifølge kommunen er der sat penge af.", "jobcenter_kommune"),
            ("A-kassen Kompas oplyser, at køen er væk.", "a_kasser"),
            P,
            ("– Vi mangler folk, oplyser Dansk Metal.", "fagforeninger"),
            P,
            ("”Vi mangler folk i hele byen, også til foråret,” lyder det fra Dansk Industri.",
             "arbejdsgiverorganisationer"),
            P,
            ("Kommunen har ansat to.", "journalist"),
        )  # fmt: skip

    def test_two_capitalised_words_that_are_an_organisation_are_no_person(
        self, coder: VoiceCoder, make_document: MakeDocument
    ) -> None:
        paragraphs = [["Dansk Metal har holdt møde."], ["”Vi mangler folk til det hele i år.”"]]
        assert speakers(coder, make_document, paragraphs) == ["", ""]

    def test_a_party_that_speaks_of_a_person_speaks_itself(self, check: Callable[..., None]) -> None:
        check(
            ("Borgmester Ib Lund (S) er på ferie.", "journalist"),
            ("Fagforeningen mener, at Ib Lund sover.", "fagforeninger"),
            ("Ib Lund mener, at fagforeningen sover.", "politikere"),
        )

    def test_the_same_words_said_and_told_are_kept_apart(self, check: Callable[..., None]) -> None:
        check(
            ("Det er for sent nu.", "journalist"),
            ("”Det er for sent nu.”", "politikere"),
            ("Sådan siger borgmester Ib Lund (S).", "journalist"),
        )

    def test_a_speaker_is_named_with_the_party_letter(self, coder: VoiceCoder, make_document: MakeDocument) -> None:
        paragraphs = [["”Vi mangler folk i byen,” siger Ib Lund (S)."], ["Lund håber på flere."]]
        assert speakers(coder, make_document, paragraphs) == ["Ib Lund (S)", "Ib Lund (S)"]


class TestMinutes:
    def test_who_said_what_is_the_reported_partys_voice(self, check: Callable[..., None]) -> None:
        check(
            ("Udvalgsformand Ib Lund (S) bød velkommen.", "jobcenter_kommune"),
            ("En borger spurgte, om bussen kører om aftenen.", "borgere"),
            ("Formanden svarede, at det undersøges.", "politikere"),
            ("Jobcenterchefen oplyste, at køen er væk.", "jobcenter_kommune"),
            ("Lone Friis fra 3F spurgte til lærlinge.", "fagforeninger"),
            ("Dansk Industri foreslog en jobmesse.", "arbejdsgiverorganisationer"),
            ("[Borger 1] spurgte, hvorfor brevene er svære.", "borgere"),
            ("Der var bred enighed om planen.", "jobcenter_kommune"),
            ("Hvad siger virksomhederne?", "jobcenter_kommune"),
            kind="notat",
            sender_type="jobcenter_kommune",
        )

    def test_quotations_in_a_list_belong_to_those_announced(self, check: Callable[..., None]) -> None:
        check(
            ("Deltagerne sagde blandt andet:", "borgere"),
            P,
            ("”Jeg forstår ikke mine breve fra jobcentret.”", "borgere"),
            P,
            ("”Der går for lang tid, før nogen ringer.”", "borgere"),
            P,
            ("Herefter blev mødet hævet.", "jobcenter_kommune"),
            P,
            ("”Tak for i aften, og kom godt hjem alle.”", "jobcenter_kommune"),
            kind="notat",
            sender_type="jobcenter_kommune",
        )

    def test_a_chair_nobody_introduced_stays_with_the_writer(self, check: Callable[..., None]) -> None:
        check(
            ("Formanden svarede, at det undersøges.", "jobcenter_kommune"),
            kind="notat",
            sender_type="ukendt",
        )

    def test_a_person_without_a_party_stays_with_the_writer(self, check: Callable[..., None]) -> None:
        check(
            ("Ib Lund spurgte til bussen.", "jobcenter_kommune"),
            kind="notat",
            sender_type="jobcenter_kommune",
        )


class TestDebate:
    def test_a_quoted_opponent_speaks_and_the_rest_is_the_writers(self, check: Callable[..., None]) -> None:
        check(
            ("Borgmester Ib Lund (S) siger i avisen: ”Vi har gjort nok for de ledige i byen.”", "politikere"),
            ("Det er ikke rigtigt.", "fagforeninger"),
            P,
            ("”Ledige skal tage sig sammen og komme i gang,” skriver Ib Lund.", "politikere"),
            ("Kommunen mener, at det går godt.", "fagforeninger"),
            kind="debat",
            sender_type="fagforeninger",
        )

    def test_what_the_writer_thought_is_not_the_opponents(self, check: Callable[..., None]) -> None:
        check(
            ("Min nabo sagde til mig: ”Jeg tør ikke tage telefonen mere.”", "borgere"),
            ("Jeg har tænkt: ”Hvorfor skal det være sådan her i byen?”", "politikere"),
            kind="debat",
            sender_type="politikere",
        )

    def test_a_quotation_of_nobody_known_is_the_writers(self, check: Callable[..., None]) -> None:
        check(
            ("”Nu må det være nok, og det mener jeg.”", "politikere"),
            kind="debat",
            sender_type="politikere",
        )


class TestTranscripts:
    @pytest.mark.parametrize(
        ("label", "sender_type", "voice"),
        [
            ("IP", "borgere", "borgere"),
            ("IP", "virksomheder", "virksomheder"),
            ("S", "uddannelse", "uddannelse"),
            ("Svar", "borgere", "borgere"),
            ("Lone", "borgere", "borgere"),
            ("Medarbejder 2", "borgere", "jobcenter_kommune"),
            ("[Medarbejder 2]", "virksomheder", "jobcenter_kommune"),
            ("[Borger 1]", "jobcenter_kommune", "borgere"),
            ("Tillidsrepræsentant", "borgere", "fagforeninger"),
            ("IP", "", "ukendt"),
        ],
    )
    def test_a_turn_is_the_speakers_and_a_question_nobodys(
        self, check: Callable[..., None], label: str, sender_type: str, voice: str
    ) -> None:
        check(
            ("I: Hvad nu?", "ukendt"),
            P,
            (f"{label}: Nu venter vi.", voice),
            ("Og venter.", voice),
            P,
            ("I: Hvorfor?", "ukendt"),
            P,
            (f"{label}: Ingen siger noget.", voice),
            P,
            ("Kommunen svarer, at det kommer.", voice),
            kind="interview",
            sender_type=sender_type,
        )

    def test_a_turn_carries_its_speaker(self, coder: VoiceCoder, make_document: MakeDocument) -> None:
        paragraphs = [["I: Ja?"], ["IP: Nej."], ["I: Jo?"], ["IP: Tja."]]
        found = coder.code(*make_document(paragraphs, kind="interview", sender_type="borgere"))
        assert [voice.speaker for voice in found] == ["I", "IP", "I", "IP"]
        assert [voice.why for voice in found[:2]] == ["interviewerens replik", "replik af IP"]


class TestLetters:
    @pytest.mark.parametrize(
        ("kind", "sender_type", "voice"),
        [
            ("hoeringssvar", "a_kasser", "a_kasser"),
            ("hoeringssvar", "ukendt", "ukendt"),
            ("hoeringssvar", "", "ukendt"),
            ("debat", "politikere", "politikere"),
            ("notat", "ukendt", "jobcenter_kommune"),
            ("notat", "raad", "raad"),
            ("politik", "ukendt", "jobcenter_kommune"),
            ("survey", "virksomheder", "virksomheder"),
        ],
    )
    def test_a_letter_is_its_senders(self, check: Callable[..., None], kind: str, sender_type: str, voice: str) -> None:
        check(
            ("Vi har læst udkastet.", voice),
            P,
            ("Vi savner mål og midler.", voice),
            kind=kind,
            sender_type=sender_type,
        )

    def test_what_a_response_quotes_is_the_quoted_ones_and_its_argument_the_senders(
        self, check: Callable[..., None]
    ) -> None:
        check(
            ("Et medlem skriver til os: ”Jeg tør ikke tage telefonen mere.", "borgere"),
            ("Der er altid en ny i røret.”", "borgere"),
            ("Den slags hører vi hver dag.", "fagforeninger"),
            ("Kommunen mener, at det går godt.", "fagforeninger"),
            kind="hoeringssvar",
            sender_type="fagforeninger",
        )

    def test_a_quotation_whose_speaker_is_not_told_stays_the_senders(self, check: Callable[..., None]) -> None:
        check(
            ("”Ingen skal stå alene i vores by, heller ikke de ældste.”", "raad"),
            ("Det står der i planen.", "raad"),
            kind="hoeringssvar",
            sender_type="raad",
        )


class TestDebates:
    def test_everyone_who_has_the_floor_is_a_politician_also_minister_and_chair(
        self, check: Callable[..., None]
    ) -> None:
        check(
            ("2. behandling af lovforslag nr. L 7", "ukendt"),
            P,
            ("Formanden (Bo Krag):", "politikere"),
            P,
            ("Forhandlingen er åbnet.", "politikere"),
            P,
            ("Kl. 10:05", "ukendt"),
            P,
            ("Ida Holm (RL):", "politikere"),
            P,
            ("»Jeg har ventet i to år på et svar,« skrev en kvinde til mig.", "politikere"),
            ("Kommunen siger, at det går godt.", "politikere"),
            P,
            ("Beskæftigelsesministeren (Ib Lund):", "politikere"),
            P,
            ("Det tager regeringen alvorligt.", "politikere"),
            P,
            ("Ida Holm (RL):", "politikere"),
            P,
            ("Er det et ja?", "politikere"),
            kind="debat",
            sender_type="politikere",
        )

    def test_others_who_speak_in_the_council_keep_their_party(self, check: Callable[..., None]) -> None:
        check(
            ("Borgmesteren: Velkommen.", "politikere"),
            P,
            ("Ida Holm (S): Hvor mange er de?", "politikere"),
            P,
            ("Jobcenterchef Lone Friis: Vi er fyrre.", "jobcenter_kommune"),
            P,
            ("Formand for Handicaprådet Vera Dam: Vi savner en rampe.", "raad"),
            P,
            ("Bo Krag (V): Den skal vi nok finde.", "politikere"),
            P,
            ("Borgmesteren: Tak.", "politikere"),
            kind="debat",
            sender_type="politikere",
        )

    def test_a_stretch_cut_out_of_a_debate_begins_with_what_somebody_says(self, check: Callable[..., None]) -> None:
        check(
            ("Derfor stemmer vi nej.", "politikere"),
            P,
            ("Ida Holm (S): Hvorfor?", "politikere"),
            P,
            ("Bo Krag (V): Fordi det er dyrt.", "politikere"),
            P,
            ("Ida Holm (S): Er det nu rigtigt?", "politikere"),
            P,
            ("Bo Krag (V): Ja.", "politikere"),
            kind="debat",
            sender_type="politikere",
        )

    def test_a_meeting_of_others_is_no_debate_of_politicians(self, check: Callable[..., None]) -> None:
        check(
            ("Ordstyrer: Hvem vil begynde?", "ukendt"),
            P,
            ("Mand i rød trøje: Det vil jeg gerne, tak.", "borgere"),
            P,
            ("Jobcenterchefen: Jeg svarer bagefter.", "jobcenter_kommune"),
            P,
            ("Ordstyrer: Er der flere?", "ukendt"),
            P,
            ("Jobcenterchefen: Ikke fra os.", "jobcenter_kommune"),
            kind="debat",
            sender_type="borgere",
        )


class TestLeaders:
    def test_a_chair_speaks_for_the_organisation_named_before(self, check: Callable[..., None]) -> None:
        check(
            ("Hos 3F Skovlev er man ikke tilfreds.", "journalist"),
            P,
            ("”Vi er slet ikke blevet spurgt om noget,” siger formand [Person 3].", "fagforeninger"),
            P,
            ("[Person 3] håber på et møde.", "fagforeninger"),
        )

    def test_what_the_text_calls_a_name_tells_what_is_led(self, check: Callable[..., None]) -> None:
        check(
            ("Butikken drives af foreningen Nye Hænder.", "journalist"),
            P,
            ("”Folk skal bare komme, som de er,” siger [Person 3], leder af Nye Hænder.", "civilsamfund"),
        )

    def test_a_chair_of_nobody_knows_what_is_no_private_person(self, check: Callable[..., None]) -> None:
        check(("”Vi er slet ikke blevet spurgt om noget,” siger formand [Person 3].", "ukendt"))


def test_an_empty_article_has_no_voices(coder: VoiceCoder, make_document: MakeDocument) -> None:
    source, _, _ = make_document([["Intet."]])
    assert coder.code(source, [], []) == []
