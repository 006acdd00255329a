"""``compliance compare``: what it prints and what it leaves with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from compliance import comparing
from compliance.cli import run

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "Boats wait for the tide, and the tide waits for no boat, as the harbour master told the council on Monday"
OTHER = "Nobody remembers who drove the first pile into the mud, though the parish book names a widow and her two sons"
STORY = f"Tides and boats\n\n{SENTENCE}.\n\n{OTHER}.\n"
COPIED = SENTENCE.replace("master", "keeper")
DRAFT = f"# Our week\n\nWe were away.\n\n> {COPIED}.\n\nMore soon.\n"
SCHEMA = Draft202012Validator(json.loads(comparing.schema()))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft and its source, as the current one."""
    write(tmp_path / "draft.md", DRAFT)
    write(tmp_path / "story.txt", STORY)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())


def compared(capsys: pytest.CaptureFixture[str], *words: str) -> list[Any]:
    """What a run prints as JSON Lines, each line as the schema has it."""
    assert run(["compare", *words, "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    for line in lines:
        SCHEMA.validate(line)
    return lines


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json.loads(comparing.schema()))


def test_offsets_are_those_of_the_two_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "draft.md", "story.txt", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    SCHEMA.validate(found)
    (match,) = found["matches"]
    assert DRAFT[match["draft_start"] : match["draft_end"]] == f"{COPIED}."
    assert STORY[match["source_start"] : match["source_end"]] == f"{SENTENCE}."
    assert match["edits"] == 1
    assert found["draft"] == {"path": "draft.md", "characters": len(DRAFT)}


def test_coverage_counts_what_is_read_on_either_side(capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = compared(capsys, "draft.md", "story.txt")
    assert found["coverage"]["draft"]["copied"] == len(f"{COPIED}.")
    assert found["coverage"]["source"]["copied"] == len(f"{SENTENCE}.")
    assert found["coverage"]["source"]["of"] == len(STORY.replace("\n\n", " ").strip())


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_count_as_they_stand_in_the_file(folder: Path, capsys: pytest.CaptureFixture[str], ends: str) -> None:
    for name, text in (("draft.md", DRAFT), ("story.txt", STORY)):
        write(folder / name, text.replace("\n", ends))
    (found,) = compared(capsys, "draft.md", "story.txt")
    (match,) = found["matches"]
    assert DRAFT.replace("\n", ends)[match["draft_start"] :].startswith("Boats")
    assert STORY.replace("\n", ends)[match["source_start"] : match["source_end"]] == f"{SENTENCE}."


def test_a_byte_order_mark_does_not_count(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "draft.md", "\ufeff" + DRAFT)
    (found,) = compared(capsys, "draft.md", "story.txt")
    assert found["draft"]["characters"] == len(DRAFT)
    assert DRAFT[found["matches"][0]["draft_start"] :].startswith("Boats")


def test_of_a_web_page_the_main_text_counts_at_its_places_in_the_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    boilerplate = "Sign up for our newsletter to read the most important stories of the harbour every single morning."
    paragraphs = "".join(f"<p>Paragraph {n} says what the ferrymen of pier {n} think of it all.</p>" for n in range(9))
    story = SENTENCE.replace("the tide,", "the <em>tide</em>,").replace("told", "told&nbsp;")
    page = (
        f"<!doctype html><html lang=en><head><title>Tides</title></head><body><nav><p>{boilerplate}</p></nav>"
        f"<article><h1>Tides</h1><p>{story}.</p>{paragraphs}</article><footer><p>{boilerplate}</p></footer></body></html>"
    )
    write(folder / "page.html", page)
    write(folder / "draft.md", f"{DRAFT}\n{boilerplate}\n")
    (found,) = compared(capsys, "draft.md", "page.html")
    (match,) = found["matches"]
    assert page[match["source_start"] : match["source_end"]] == f"{story}."
    assert found["source"]["title"] == "Tides"


def test_the_title_of_the_source_alone_is_no_match(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    title = "Why the harbour master of Little Haven waits for no boat"
    write(folder / "story.txt", f"{title}\n\n{OTHER}.\n")
    write(folder / "draft.md", f"Worth your time: “{title}”.\n")
    (found,) = compared(capsys, "draft.md", "story.txt")
    assert found["matches"] == []


@pytest.mark.parametrize("name", ["draft.html", "draft.txt", "draft.markdown"])
def test_drafts_of_every_kind(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    write(folder / name, f"<p>We were away.</p><p>{SENTENCE}.</p>" if name.endswith("html") else STORY)
    (found,) = compared(capsys, name, "story.txt")
    assert found["matches"][0]["edits"] == 0


def test_people_see_both_sides_with_the_changed_words_in_brackets(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "draft.md", "story.txt"]) == 0
    out = capsys.readouterr().out
    assert "draft.md:5:3-108" in out
    assert "story.txt:3:1-106" in out
    row = next(line for line in out.splitlines() if "[keeper]" in line)
    assert row.index("[keeper]") < row.index(" | ") < row.index("[master]")
    assert "draft.md: 1 run copied, 106 of 140 characters (76 %) of it" in out


def test_people_with_colour_see_no_brackets(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run(["compare", "draft.md", "story.txt"]) == 0
    out = capsys.readouterr().out
    assert "\x1b[31;1mkeeper\x1b[0m" in out
    assert "[keeper]" not in out


@pytest.mark.parametrize("columns", [40, 71, 72, 100, 300])
def test_no_line_is_wider_than_the_screen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert run(["compare", "draft.md", "story.txt"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= min(columns, 100)


def test_people_are_told_that_nothing_was_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "draft.md", "All of this is our own.\n")
    assert run(["compare", "draft.md", "story.txt"]) == 0
    assert capsys.readouterr().out == "draft.md: nothing of story.txt was found in it\n"


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["draft.md"],
        ["draft.md", "story.txt", "--library", "."],
        ["draft.md", "--pairs", "pairs.jsonl"],
        ["--library", "."],
        ["draft.md", "--library", "nowhere"],
        ["draft.md", "story.txt", "--format", "jsn"],
        ["--pairs", "pairs.jsonl", "--format", "json"],
    ],
)
def test_a_wrong_request_is_2(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert run(["compare", *words]) == 2
    assert capsys.readouterr().err.strip()


@pytest.mark.parametrize(("draft", "source"), [("gone.md", "story.txt"), ("draft.md", "gone.txt"), (".", "story.txt")])
def test_a_file_that_cannot_be_read_is_3(capsys: pytest.CaptureFixture[str], draft: str, source: str) -> None:
    assert run(["compare", draft, source]) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("not compared: ")


@pytest.mark.parametrize("data", [b"caf\xe9", "word".encode("utf-16-le")])
def test_a_file_that_is_no_text_is_3(folder: Path, capsys: pytest.CaptureFixture[str], data: bytes) -> None:
    (folder / "story.txt").write_bytes(data)
    assert run(["compare", "draft.md", "story.txt"]) == 3
    assert "UTF-8" in capsys.readouterr().err


def test_stray_nul_characters_are_characters_like_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "story.txt", f"\0 {STORY}")
    (found,) = compared(capsys, "draft.md", "story.txt")
    assert f"\0 {STORY}"[found["matches"][0]["source_start"] :].startswith(SENTENCE)


def test_without_the_extra_it_says_how_to_install_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "_NEEDED", ("no_such_package",))
    assert run(["compare", "draft.md", "story.txt"]) == 2
    assert capsys.readouterr().err == f"{comparing.INSTALL}\n"


def pairs(folder: Path, *lines: str) -> str:
    write(folder / "pairs.jsonl", "\n".join(lines))
    return "pairs.jsonl"


def test_pairs_give_a_line_each_in_order(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "own.md", "All of this is our own.\n")
    names = ["draft.md", "own.md", "draft.md"]
    file = pairs(folder, *(json.dumps({"draft": name, "source": "story.txt"}) for name in names), "")
    found = compared(capsys, "--pairs", file)
    assert [one["draft"]["path"] for one in found] == names
    assert [len(one["matches"]) for one in found] == [1, 0, 1]
    assert found[0] == found[2] == compared(capsys, "draft.md", "story.txt")[0]


def test_a_pair_that_cannot_be_compared_keeps_its_line_and_is_3(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [{"draft": "gone.md", "source": "story.txt"}, {"draft": "draft.md", "source": "story.txt"}]
    assert run(["compare", "--pairs", pairs(folder, *map(json.dumps, asked)), "--format", "jsonl"]) == 3
    captured = capsys.readouterr()
    first, second = map(json.loads, captured.out.splitlines())
    SCHEMA.validate(first)
    assert "matches" not in first
    assert "gone.md" in first["problem"]
    assert len(second["matches"]) == 1
    assert captured.err.startswith("not compared: pairs.jsonl:1: gone.md")


def test_all_bad_lines_are_told_at_once_with_their_numbers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = pairs(folder, '{"draft": "draft.md", "source": "story.txt"}', "{", "[]", "", '{"draft": 1, "source": "s"}')
    assert run(["compare", "--pairs", file, "--format", "jsonl"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert [line.split(": ")[0] for line in captured.err.splitlines()] == [f"pairs.jsonl:{n}" for n in (2, 3, 5)]


def test_pairs_for_people_stand_one_after_the_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = json.dumps({"draft": "draft.md", "source": "story.txt"})
    assert run(["compare", "--pairs", pairs(folder, line, line)]) == 0
    assert capsys.readouterr().out.count("1 run copied") == 2


def test_a_missing_file_of_pairs_is_3() -> None:
    assert run(["compare", "--pairs", "gone.jsonl", "--format", "jsonl"]) == 3


def test_a_library_names_the_article_of_each_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = folder / "articles"
    (library / "old").mkdir(parents=True)
    write(library / "a.txt", f"Tides\n\n{SENTENCE}.\n")
    write(library / "old" / "b.md", f"# Piles\n\n{OTHER}.\n")
    write(library / "c.html", "<p>Something else altogether is told here, by other people, for other ends.</p>")
    write(folder / "draft.md", f"{DRAFT}\n{OTHER}.\n")
    (found,) = compared(capsys, "draft.md", "--library", "articles")
    assert found["library"] == {"path": "articles", "articles": 3}
    paths = [os.path.join("articles", "a.txt"), os.path.join("articles", "old", "b.md")]
    assert [match["source"] for match in found["matches"]] == paths
    assert [source["path"] for source in found["sources"]] == paths


def test_people_see_a_library_by_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "draft.md", "--library", "."]) == 0
    assert "story.txt:3:1-106" in capsys.readouterr().out


def test_a_draft_in_the_library_is_not_its_own_source(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = compared(capsys, "draft.md", "--library", str(folder))
    assert [source["path"] for source in found["sources"]] == [str(folder / "story.txt")]
    assert found["library"]["articles"] == 1


def test_an_empty_library_is_3(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "articles").mkdir()
    assert run(["compare", "draft.md", "--library", "articles"]) == 3
    assert "no article" in capsys.readouterr().err


def test_an_article_of_a_library_that_cannot_be_read_is_3_and_the_rest_is_compared(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = folder / "articles"
    library.mkdir()
    write(library / "a.txt", STORY)
    (library / "b.txt").write_bytes(b"caf\xe9")
    assert run(["compare", "draft.md", "--library", "articles", "--format", "jsonl"]) == 3
    captured = capsys.readouterr()
    assert len(json.loads(captured.out)["matches"]) == 1
    assert captured.err.startswith(f"not compared: {os.path.join('articles', 'b.txt')}")


def test_asking_for_help_loads_nothing_heavy() -> None:
    code = "import sys; from compliance.cli import run; run(['compare', '--help']); sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("draft.md", "", "there are no words in it to compare"),
        ("story.txt", " \n\n", "there are no words in it to compare"),
        ("draft.docx", DRAFT, "what is compared ends in .md"),
    ],
)
def test_what_cannot_be_compared_is_said(
    name: str, content: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / name, content)
    draft = name if name.startswith("draft") else "draft.md"
    assert run(["compare", draft, "story.txt"]) == 3
    printed = capsys.readouterr()
    assert printed.err.startswith(f"not compared: {name}: {said}")
    assert not printed.out


def test_a_file_without_pairs_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "pairs.jsonl", "\n")
    assert run(["compare", "--pairs", "pairs.jsonl", "--format", "jsonl"]) == 3
    assert capsys.readouterr().err == "not compared: pairs.jsonl: there is no pair in it\n"
