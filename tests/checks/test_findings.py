"""What findings say: the figures, the place, the nearest thing that is there, and the way to mend it."""

from __future__ import annotations

from dataclasses import replace
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml import safe_load

from compliance.checks.case import Case
from compliance.facts import Facts
from compliance.policies import kinds
from compliance.reuse.model import Found, Passage, Reuse, Source
from compliance.yamldoc import YamlFaults
from tests.checks.conftest import ARTICLE, HERALD, case_of, findings, options
from tests.reuse.copies.articles import FERRIES

if TYPE_CHECKING:
    from compliance.report import Finding

LINKED = f"The [Herald]({ARTICLE}) writes:\n\n> Rain fell on the plain.\n"
EVERY_RULE = [
    ("hyperlink", "{within: 1 paragraph, at: [lead-in, title, end], follow: true, each quotation: true, not to: file}"),
    (
        "hyperlink",
        "{at: [subtitle, heading, first sentence, before text, top, after quotation, quotation, sources section]}",
    ),
    ("hyperlink", "{anchor: 'Read {title}', anchor contains: x, count: 2, only there: true, after: 1 paragraph}"),
    ("extract", "{max: 5 characters, spaces: unstated, per: quotation}"),
    ("extract", "{less than: 5 percent, of: draft, per: draft}"),
    ("extract", "2 words"),
    ("extract", "2 sentences"),
    ("extract", "2 lines"),
    (
        "credit",
        "{text: ['By {author} in {publisher} on {date}', From the Herald], each quotation: true, link: article}",
    ),
    ("credit", "{includes: '{author}', spelled: HERALD, within: 2 paragraphs}"),
    ("byline", "{with: institution, format: 'by {author}', at: top}"),
    ("repost", "required"),
    ("extract", "{max: 5 words, from start: true}"),
    ("verbatim", "{}"),
    ("edits", "style"),
    ("headline", "keep"),
    ("retain links", "{}"),
    ("permission", "{over: 5 words}"),
    ("window", "90 days"),
    ("canonical", "article"),
    ("review", "Is it?"),
]


def only(name: str, yaml: str, text: str, **how: str) -> Finding:
    """The one finding of a rule."""
    (finding,) = findings(name, yaml, case_of(text, **how))  # type: ignore[arg-type]
    return finding


def test_the_line_that_comes_nearest_to_a_wording_is_shown_with_the_words_that_differ() -> None:
    wanted = "The Herald is a newspaper with 40 reporters in Africa, Asia and Latin America."
    text = (
        "Published by The Herald.\n\n> Rain.\n\n"
        "It was wet. The Herald is a newspaper with 30 reporters in Africa, Asia and Latin America.\n"
    )
    finding = only("credit", wanted, text)
    said = wanted.replace("40", "30")
    assert finding.message == (
        f"the draft says “{said}”; the publisher asks for “{wanted}”: “30” stands in place of “40”"
    )
    assert text[finding.start : finding.end] == said


def test_a_wording_that_only_the_quotation_comes_near_to_is_not_shown() -> None:
    finding = only(
        "credit", "Courtesy of The Herald and its readers", "> It came by courtesy of the herald.\n>\n> Rain.\n"
    )
    assert finding.message.startswith("no credit;")


def test_the_remedy_says_what_is_to_be_filled_in() -> None:
    finding = only("credit", "Copyright {year of reprint} The Herald", "> Rain.\n")
    assert finding.help == "write Copyright {year of reprint} The Herald (fill in {year of reprint})"


@pytest.mark.parametrize("path", ["draft.md", "draft.txt"])
def test_a_credit_that_is_written_as_the_wording_stands_is_told_what_to_fill_in(path: str) -> None:
    text = "“Rain fell on the plain.”\n\nCopyright (c){year of reprint} The Herald\n"
    finding = only("credit", "Copyright (c){year of reprint} The Herald", text, path=path)
    assert finding.verdict == "fail"
    assert "not filled in" in finding.message


def test_few_words_are_no_complete_book() -> None:
    assert only("extract", "0 complete books", LINKED).message == "5 words are no complete book"


def test_who_takes_a_complete_book_is_told_to_leave_out_what_makes_it_one() -> None:
    finding = only("extract", "0 complete books", "> " + "Rain fell. " * 150)
    assert finding.message.startswith("does this take a complete book? Taken are ")
    assert finding.help == "leave out what makes it a complete book"


def test_the_link_to_write_is_one_that_would_do() -> None:
    nowhere = "The [Herald](https://herald.example/) writes:\n\n> Rain fell on the plain.\n"
    (finding,) = findings("hyperlink", "article", case_of(nowhere, source=Source("https://herald.example/")))
    assert "home page" in finding.message
    assert finding.help == "write a link to the article"


APART = "{max: 20 characters, spaces: exclude}"


def test_an_excess_is_measured_against_its_limit_and_placed() -> None:
    finding = only("extract", "20 characters", LINKED)
    assert (finding.measured, finding.limit, finding.unit) == (23, 20, "characters")
    assert "3 characters too many" in finding.message
    assert finding.help == "cut 3 characters, or get written permission and record it"
    assert LINKED[finding.start : finding.end].startswith("> Rain fell")


def test_the_other_reading_is_shown_where_it_would_change_the_verdict() -> None:
    assert only("extract", "20 characters", LINKED).message.endswith(
        ": 3 characters too many (spaces count; without them it would be 19)"
    )
    assert "(spaces do not count; with them it would be 23)" in only("extract", APART, LINKED).message
    assert "; 23 with spaces, 19 without" in only("extract", APART.replace("exclude", "unstated"), LINKED).message
    assert "without" not in only("extract", "30 characters", LINKED).message
    assert "without" not in only("extract", "10 characters", LINKED).message


def test_words_say_how_they_are_counted() -> None:
    assert "lone dashes not counted" in only("extract", "3 words", LINKED).message


def test_a_share_is_measured_where_the_source_is_at_hand() -> None:
    source = Source(ARTICLE, text="Rain fell on the plain. " * 4)
    (finding,) = findings("extract", "20 percent", case_of(LINKED, source=source))
    assert (finding.verdict, round(finding.measured or 0, 1)) == ("fail", 24.2)


def test_words_quoted_twice_count_once() -> None:
    """Two passages that overlap in the file add up to what they cover."""
    case = case_of(LINKED)
    (passage,) = case.reuse.passages
    (part,) = passage.slices
    again = Passage(passage.start, passage.end, "found", (replace(part, start=5),))
    twice = replace(case.reuse, passages=(passage, again))
    (finding,) = findings("extract", "30 characters", Case(twice, Found((twice,)), HERALD, Facts()))
    assert finding.measured == 23


def _of_two_publishers() -> tuple[Case, Case]:
    """Two articles of the Herald, ten characters each, and one of another publisher between them."""
    case = case_of("> Rain fell.\n\nand\n\n> Hail.\n\nand\n\n> Snow fell.\n")
    one, other, two = (
        replace(case.reuse, passages=(p,), source=Source(f"{ARTICLE}-{p.start}")) for p in case.reuse.passages
    )
    found = Found((one, replace(other, publisher="courier"), two))
    return Case(one, found, HERALD, Facts()), Case(two, found, HERALD, Facts())


@pytest.mark.parametrize(("per", "measured"), [("publisher", 20), ("draft", 20)])
def test_what_adds_up_is_told_once_for_a_publisher(per: str, measured: int) -> None:
    first, second = _of_two_publishers()
    yaml = f"{{max: 15 characters, per: {per}}}"
    (one,) = findings("extract", yaml, first)
    (two,) = findings("extract", yaml, second)
    assert (one.verdict, one.measured, two.verdict) == ("fail", measured, "not-applicable")


def test_a_share_of_the_draft_is_told_with_its_sizes_and_with_what_to_cut() -> None:
    finding = only("extract", "{less than: 25 percent, of: draft, per: publisher}", "One two.\n\n> Rain fell there.\n")
    assert finding.message == (
        "66.7 percent of the draft (16 of 24 characters) is from this publisher; less than 25 percent may be"
    )
    assert finding.help == (
        "cut about 14 characters of the quotation, or write more of your own, or get written permission and record it"
    )


def test_what_a_share_says_to_cut_is_enough_and_no_more() -> None:
    own = "One two three four five six seven eight nine."
    finding = only("extract", "{max: 25 percent, of: draft}", f"{own}\n\n> {'x' * 40}\n")
    assert finding.help.startswith("cut about 25 characters")
    for left, verdict in ((15, "pass"), (16, "fail")):
        assert only("extract", "{max: 25 percent, of: draft}", f"{own}\n\n> {'x' * left}\n").verdict == verdict


def test_a_share_of_the_article_is_told_with_its_sizes() -> None:
    source = Source(ARTICLE, text="Rain fell on the plain. " * 4)
    (finding,) = findings("extract", "20 percent", case_of(LINKED, source=source))
    assert "percent of the article (23 of 95 characters) is taken; at most 20 percent may be" in finding.message
    assert finding.help == "cut about 4 characters of the quotation, or get written permission and record it"


def test_the_wrong_link_is_the_place_of_the_finding() -> None:
    text = "The [Herald](https://herald.example/) writes:\n\n> Rain fell.\n"
    finding = only("hyperlink", "article", text)
    assert text[finding.start : finding.end] == "[Herald](https://herald.example/)"
    assert finding.message == "this link leads to the publisher's home page, not to the article"
    assert finding.help == f"write [The Herald]({ARTICLE})"


def test_a_link_that_a_pattern_asks_for_is_told_by_its_address() -> None:
    licence = "https://creativecommons.org/licenses/by/4.0/"
    finding = only("hyperlink", "creativecommons.org/licenses/*", f"{LINKED}\n[CC BY]({licence})\n")
    assert finding.message == "linked to creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(("title", "verdict"), [("", "pass"), ("Weather", "fail")])
def test_a_page_of_one_part_may_be_a_section_unless_it_is_known_to_be_the_article(title: str, verdict: str) -> None:
    page = "https://herald.example/weather"
    (finding,) = findings(
        "hyperlink", "section", case_of(f"The [Herald]({page}):\n\n> Rain.\n", source=Source(page, title))
    )
    assert finding.verdict == verdict
    assert finding.message.startswith("linked to a page that lists articles" if verdict == "pass" else "this link")


def test_a_missing_link_is_missed_at_the_quotation() -> None:
    text = "They write:\n\n> Rain fell.\n"
    finding = only("hyperlink", "article", text)
    assert text[finding.start : finding.end].startswith("> Rain")
    assert finding.help == f"add [The Herald]({ARTICLE})"


def test_an_inactive_link_says_why() -> None:
    finding = only(
        "hyperlink", "article", f'<p><a href="{ARTICLE}"></a></p><blockquote>Rain.</blockquote>', path="a.html"
    )
    assert finding.verdict == "fail"
    assert "no reader can click" in finding.message


def test_a_misplaced_link_says_what_counts_as_a_paragraph() -> None:
    finding = only("hyperlink", "{within: 1 paragraph}", f"One.\n\n[x]({ARTICLE})\n")
    assert "in paragraph 2 (paragraphs of text, of quotations and of list items count" in finding.message


def test_a_near_credit_is_shown_beside_the_one_asked_for() -> None:
    text = "> Rain.\n\nFirst published in The Herald.\n"
    finding = only("credit", "Originally published by {publisher}.", text)
    assert finding.message == (
        "the draft says “First published in The Herald.”; the publisher asks for “Originally published by The Herald.”"
    )
    assert finding.help == "write Originally published by The Herald."
    assert text[finding.start : finding.end] == "First published in The Herald."


def test_a_credit_of_the_publisher_is_not_told_where_another_person_is_to_be_named() -> None:
    text = f"> [Rain fell]({ARTICLE}).\n\nThis article was originally published in The Herald."
    asked = "This article was translated from the original English by {name of the translator}"
    assert only("credit", asked, text).message == f"no credit; the publisher asks for “{asked}”"
    said = text.replace(
        "originally published in The Herald", "published in The Herald, translated from the original English"
    )
    assert only("credit", asked, said).message.startswith("the draft says “This article was published")


def test_a_credit_with_another_author_is_not_that_of_the_article() -> None:
    case = case_of("> Rain.\n\nBy Li Wei for The Herald\n", source=Source(ARTICLE, authors=("Jane Roe",)))
    (finding,) = findings("credit", "By {author} for The Herald", case)
    assert "in this credit the author should be “Jane Roe”" in finding.message


def test_words_that_nobody_can_compare_are_named() -> None:
    text = "> Rain.\n\nThis story by J. Roe appeared in The Herald on 7 May 2024, a Tuesday."
    finding = only("credit", "This story by {author} appeared in The Herald on {date}", text)
    assert finding.message == (
        "the article's author and date are not known:"
        " is “J. Roe” the article's author; is “7 May 2024” the article's date?"
    )
    link = only("hyperlink", "{anchor: 'Read “{title}” in The Herald'}", f"[Read Rain falls in The Herald]({ARTICLE})")
    assert link.message == "the article's title is not known: is “Rain falls” the article's title?"


@pytest.mark.parametrize(("number", "gone", "words"), [
    (1, 1, "the article's only link is gone: [slept 0](https://sleep.example/0)"),
    (2, 1, "1 of the article's 2 links is gone: [slept 0](https://sleep.example/0)"),
    (1, 0, "the article's only link is there"),
])  # fmt: skip
def test_links_that_are_gone_are_counted_in_words(number: int, gone: int, words: str) -> None:
    links = tuple((f"slept {n}", f"https://sleep.example/{n}") for n in range(number))
    text = " ".join(f"[{anchor}]({url})" for anchor, url in links[gone:])
    source = Source(ARTICLE, text="Nobody slept.", links=links)
    (finding,) = findings("retain links", "{}", case_of(f"Nobody slept. {text}", source=source, mode="repost"))
    assert (finding.message, finding.unit) == (words, "missing links" if gone else "")


def test_a_template_that_is_not_filled_in_is_shown() -> None:
    finding = only("credit", "By {author} in The Herald", "> Rain.\n\nBy {author} in The Herald")
    assert finding.message == "in this credit the author is not filled in: “{author}”"


@pytest.mark.parametrize(
    ("yaml", "text", "verdict"),
    [
        ("all", "By Jane Roe and Li Wei.\n\n> Rain.", "pass"),
        ("all", "By JANE ROE and Li  Wei.\n\n> Rain.", "pass"),
        ("all", "By Jane Roe.\n\n> Rain.", "fail"),
        ("any", "By Jane Roe.\n\n> Rain.", "pass"),
        ("any", "By a reporter.\n\n> Rain.", "fail"),
        ("all", "---\nauthor: [Jane Roe, Li Wei]\n---\n> Rain.", "pass"),
        ("{at: top}", "---\nauthor: [Jane Roe, Li Wei]\n---\n> Rain.", "review"),
        ("{within: 1 paragraph}", "One.\n\nBy Jane Roe and Li Wei.", "fail"),
        ("{format: 'by {author} of The Herald'}", "By Jane Roe and Li Wei of The Herald", "pass"),
        ("{format: 'by {author} of The Herald'}", "By Jane Roe of The Herald, and Li Wei", "fail"),
        ("{format: 'by {author} of The Herald'}", "By Jane Roe and Li Wei", "fail"),
        ("{with: institution}", "By Jane Roe, University of Rivers, and Li Wei", "review"),
    ],
)
def test_bylines(yaml: str, text: str, verdict: str) -> None:
    source = Source(ARTICLE, authors=("Jane Roe, University of Rivers", "Li Wei"))
    told = {f.verdict for f in findings("byline", yaml, case_of(text, source=source))}
    assert verdict in told
    assert told <= {verdict, "review"}


def test_an_institution_that_is_known_must_be_named() -> None:
    case = case_of("By Jane Roe", source=Source(ARTICLE, authors=("Jane Roe, University of Rivers",)))
    (finding,) = findings("byline", "{with: institution}", case)
    assert finding.verdict == "fail"
    assert "University of Rivers" in finding.message


def test_of_many_links_that_must_not_be_there_few_are_told() -> None:
    link = f'<a rel="nofollow" href="{ARTICLE}">Herald</a> '
    told = findings("hyperlink", "{to: site, count: 0, follow all: true}", case_of(f"{link * 8}\n\n> Rain."))
    assert [finding.verdict for finding in told] == ["fail"] * 5 + ["pass"]
    assert told[4].message.endswith("(and 3 more)")


def test_the_declaration_of_an_institution_is_one_author_in_yaml() -> None:
    source = Source(ARTICLE, authors=("Jane Roe", "Li Wei, Harbour College"))
    case = case_of("By Jane Roe and Li Wei, Harbour College", source=source)
    (finding,) = findings("byline", "{with: institution}", case)
    line = finding.help.partition("'reuse': ")[2]
    assert safe_load(line) == {"authors": ["Jane Roe, INSTITUTION", "Li Wei, Harbour College"]}


@pytest.mark.parametrize(
    ("rule", "day", "measured", "limit", "words"),
    [
        ("{from: 2 days}", "2024-06-01", None, None, "it may appear from 2 days after it on"),
        ("{from: 2 days, until: 90 days}", "2024-05-07", None, None, "1 day too early"),
        ("{from: 2 days, until: 90 days}", "2024-06-01", 26, 90, "up to 90 days after it"),
    ],
)
def test_only_an_upper_bound_is_a_limit(
    rule: str, day: str, measured: int | None, limit: int | None, words: str
) -> None:
    source = Source(ARTICLE, published="2024-05-06")
    (finding,) = findings("window", rule, case_of("It rained.", mode="repost", source=source, facts=Facts(date=day)))
    assert (finding.measured, finding.limit) == (measured, limit)
    assert words in finding.message


def test_a_late_draft_that_no_permission_helps_is_told_what_to_do() -> None:
    source = Source(ARTICLE, published="2024-05-06")
    case = case_of("It rained.", mode="repost", source=source, facts=Facts(date="2024-08-05"))
    (finding,) = findings("window", "{until: 90 days, beyond: forbidden}", case)
    assert finding.help == "link to the article instead"


@pytest.mark.parametrize(
    ("options", "place"),
    [
        ("{text: From The Herald, at: [top, end]}", "credited at the end"),
        ("{text: From The Herald, within: 9 paragraphs}", "credited in paragraph 4"),
        ("From The Herald", "credited"),
    ],
)
def test_a_credit_is_told_with_the_place_where_it_stands(options: str, place: str) -> None:
    text = "It rained.\n\nAll night.\n\n> Rain.\n\nFrom The Herald"
    (finding,) = findings("credit", options, case_of(text))
    assert finding.message == place


def test_authors_that_nobody_has_told_are_a_question() -> None:
    finding = only("byline", "all", "By Jane Roe\n\n> Rain.")
    assert finding.verdict == "review"
    assert "declare" in finding.help


def test_a_mention_is_shown_where_a_byline_is_missed() -> None:
    text = "> Rain.\n\nOne.\n\nWe spoke to Jane Roe about her cat."
    (finding,) = findings("byline", "all", case_of(text, source=Source(ARTICLE, authors=("Jane Roe", "Li Wei"))))
    assert finding.message == "not named: Li Wei; mentioned in the text, but in no byline: Jane Roe"
    assert text[finding.start : finding.end] == "Jane Roe"


def test_the_author_who_lacks_the_form_is_named() -> None:
    source = Source(ARTICLE, authors=("Jane Roe", "Li Wei"))
    (finding,) = findings("byline", "{format: '{author}, PGN'}", case_of("By Li Wei, and Jane Roe, PGN", source=source))
    assert finding.verdict == "pass"
    (finding,) = findings("byline", "{format: '{author}, PGN'}", case_of("By Jane Roe, PGN, and Li Wei", source=source))
    assert finding.message == "the byline of Li Wei has not the form “{author}, PGN”"
    assert finding.help == "write Li Wei, PGN"


def test_what_is_copied_without_marks_is_named_where_a_cap_is_passed() -> None:
    first, _, third, _ = FERRIES.split("\n\n")
    case = case_of(f"{third}\n\n> {first}\n", source=Source(ARTICLE, text=FERRIES))
    (finding,) = findings("extract", "300 characters", case)
    assert (finding.verdict, finding.measured) == ("fail", len(first) + len(third))
    assert f"({len(third)} characters of it stand in no quotation marks)" in finding.message


def test_words_that_the_article_quotes_are_named_where_a_cap_is_passed() -> None:
    said = "Nobody who lives on the quay needs the figures to know what they mean."
    case = case_of(f"> {said}\n", source=Source(ARTICLE, text=FERRIES))
    (finding,) = findings("extract", "50 characters", case)
    assert "are words that the article quotes from others" in finding.message


@pytest.mark.parametrize(("limit", "verdict"), [(3, "fail"), (4, "review"), (22, "review"), (23, "pass")])
def test_near_a_cap_uncertain_ends_are_a_question(limit: int, verdict: str) -> None:
    """A found passage of 18 characters, of which 4 are certain and that may be 23 long, is "at least" 4."""
    case = case_of("> Rain fell on the plain.\n")
    (passage,) = case.reuse.passages
    (part,) = passage.slices
    least, found = replace(part, end=4), replace(part, start=5)
    uncertain = Passage(passage.start, passage.end, "found", (found,), (least,), (part,))
    reuse = replace(case.reuse, passages=(uncertain,))
    (finding,) = findings("extract", f"{limit} characters", Case(reuse, Found((reuse,)), HERALD, Facts()))
    assert finding.verdict == verdict
    assert ("at least 4 characters" in finding.message) is (verdict == "review")


@pytest.mark.parametrize(("paragraphs", "verdict"), [(4, "pass"), (3, "fail")])
def test_a_repost_is_whole_if_it_has_the_articles_words(paragraphs: int, verdict: str) -> None:
    source = Source(ARTICLE, text=FERRIES)
    text = "\n\n".join(FERRIES.split("\n\n")[:paragraphs])
    (finding,) = findings("repost", "required", case_of(text, mode="repost", source=source))
    assert finding.verdict == verdict
    assert ("Fishing crews" in finding.message) is (verdict == "fail")


@pytest.mark.parametrize(
    ("name", "yaml", "words"),
    [
        ("extract", "500", "500 of what?"),
        ("extract", "500 charcters", "unknown unit 'charcters'"),
        ("extract", "{per: quotation}", "say either 'max'"),
        ("extract", "{max: 5 words, less than: 5 words}", "say either 'max'"),
        ("extract", "{max: 5 percent, per: quotation}", "per article"),
        ("hyperlink", "articel", "'articel'"),
        ("hyperlink", "{within: two paragraphs}", "a number of paragraphs"),
        ("hyperlink", "{at: footer}", "'footer'"),
        ("hyperlink", "{count: 0}", "rules.yaml:1:2: 'count: 0' asks for no link"),
        ("hyperlink", "{count: -1}", "a count is 1 or more"),
        ("credit", "'{author}{date}'", "words between its slots"),
        ("credit", "'...'", "no words"),
        ("repost", "sometimes", "'sometimes'"),
        ("review", "{}", "'ask' is missing"),
    ],
)
def test_a_faulty_option_is_refused_with_its_reason(name: str, yaml: str, words: str) -> None:
    with pytest.raises(YamlFaults) as error:
        options(name, yaml)
    assert words in str(error.value)


def test_every_kind_has_a_manual_page_with_examples() -> None:
    for name in kinds.names():
        kind = kinds.kind(name)
        assert kind is not None
        assert "\n    ---\n" in kind.page


_WORDS = st.sampled_from(
    [
        f"[x]({ARTICLE})",
        "> ",
        "\n\n",
        "\n",
        "# ",
        "- ",
        "“Rain”",
        "By Jane",
        "The Herald",
        "(NIV)",
        "`",
        "[^1]",
        "<p>",
        "é",
        "雨",
        " ",
    ]
)


KNOWN = Source(
    ARTICLE,
    "Rain falls",
    ("Jane Roe, University of Rivers", "a"),
    text=FERRIES,
    links=(("the outer buoy", "https://buoy.example/"),),
)


@given(
    st.lists(st.one_of(_WORDS, st.sampled_from(FERRIES.split(". ")), st.text(max_size=5)), max_size=20).map("".join),
    st.sampled_from(["a.md", "a.html"]),
    st.sampled_from([None, KNOWN]),
)
def test_any_draft_gets_findings_with_places_in_it(text: str, path: str, source: Source | None) -> None:
    for mode in ("quotation", "repost"):
        case = case_of(text, path=path, source=source)
        case = Case(replace(case.reuse, mode=mode), case.found, HERALD, Facts())
        for name, yaml in EVERY_RULE:
            for finding in findings(name, yaml, case):
                assert finding.message
                assert finding.start is None or 0 <= finding.start <= (finding.end or 0) <= len(case.draft.text)


@pytest.mark.parametrize(
    "unit",
    [
        f"[x]({ARTICLE}) “Rain fell there” ",
        f"[x]({ARTICLE})\n\n> Rain fell\n\n",
        "By a in The Herald on ",
        "- The Herald\n",
        "By Jane Roe, a. ",
        "> Rain. ~~a~~\n\nJane Roe is a\n\n",
    ],
)
@pytest.mark.parametrize("source", [None, KNOWN])
def test_every_rule_takes_linear_time(unit: str, source: Source | None) -> None:
    case = case_of(unit * 3000, source=source)
    for name, yaml in EVERY_RULE:
        start = process_time()
        list(kinds.kind(name).check(options(name, yaml), case))  # type: ignore[union-attr]
        assert process_time() - start < 3, (name, yaml)


@pytest.mark.parametrize("line", ["The Herald", "Report"])
@pytest.mark.parametrize("yaml", ["'{publisher}'", "{spelled: HERALD}", "{text: 'Source: {publisher}', at: top}"])
def test_a_credit_that_any_article_may_have_is_judged_once_for_all(yaml: str, line: str) -> None:
    """Four times the articles take less than eight times the time, or little time at all."""

    def seconds(number: int) -> float:
        case = case_of(f"> Rain fell.\n\n{line}\n\n" * number)
        cases = [
            replace(case, reuse=replace(case.reuse, passages=(passage,), source=Source(f"{ARTICLE}-{passage.start}")))
            for passage in case.reuse.passages
        ]
        start = process_time()
        for one in cases:
            findings("credit", yaml, one)
        return process_time() - start

    assert seconds(400) < max(8 * seconds(100), 1.0)


def test_a_case_needs_no_passage() -> None:
    """A rule that is asked of a mere mention does not fall over it."""
    case = case_of("The Herald.")
    reuse = Reuse(case.draft, Source(), "herald.example", "mention", "herald")
    for name, yaml in EVERY_RULE:
        assert findings(name, yaml, Case(reuse, Found((reuse,)), HERALD, Facts()))
