"""Texts as other editors save them: read rightly, or refused with file, line and what to do; never half understood."""

import pytest

from course.authoring.errors import AuthoringError
from course.authoring.opening import manuscript

HEADER = "---\ntitle: Een les\nlanguage: nl\ngoals:\n  geven: Eérst geven\n---\n"
BODY = "\n# Kop\n\nTekst.\n"
TEXT = HEADER + BODY
SAME = {
    "byte-order mark": TEXT.encode("utf-8-sig"),
    "lines of Windows": TEXT.replace("\n", "\r\n").encode(),
    "lines of an old Mac": TEXT.replace("\n", "\r").encode(),
    "spaces behind the rule": TEXT.replace("---\n", "---  \n").encode(),
    "a longer rule": TEXT.replace("---\n", "-----\n").encode(),
}
NO_HEADER = {
    "nothing": b"",
    "header gone": BODY.encode(),
    "only an empty header": f"---\n---\n{BODY}".encode(),
    "an empty line before it": f"\n{TEXT}".encode(),
    "a space before it": f" {TEXT}".encode(),
    "a sign that nobody sees before it": f"\u200b{TEXT}".encode(),
    "two byte-order marks": b"\xef\xbb\xbf" + TEXT.encode("utf-8-sig"),
    "no first rule": TEXT.removeprefix("---\n").encode(),
    "no last rule": TEXT.replace(f"---\n{BODY}", BODY).encode(),
    "rules of stars": TEXT.replace("---", "***").encode(),
    "rules of TOML": TEXT.replace("---", "+++").encode(),
    "rules made a dash": TEXT.replace("---", "—").encode(),
    "rules escaped": TEXT.replace("---", "\\---").encode(),
    "header made a table": b"| title | Een les |\n|---|---|\n" + BODY.encode(),
    "header made code": f"```yaml\n{HEADER}```\n{BODY}".encode(),
}
ON_LINE = {
    "UTF-16": (TEXT.encode("utf-16"), 1),
    "the old encoding of Windows": (TEXT.encode("cp1252"), 5),
    "a tab": (TEXT.replace("  geven", "\tgeven").encode(), 5),
    "spaces that do not break": (TEXT.replace("  geven", "\u00a0\u00a0geven").encode(), 4),
    "a field with a capital": (TEXT.replace("goals:", "Goals:").encode(), 4),
    "a header of jupytext": (TEXT.replace("title:", "jupytext: x\ntitle:").encode(), 2),
}


def read(tmp_path, data):
    path = tmp_path / "modules" / "nl" / "les.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    return manuscript(path)


@pytest.mark.parametrize("data", SAME.values(), ids=SAME)
def test_what_says_the_same_is_read_as_the_same(tmp_path, data):
    text = read(tmp_path, data)
    assert (text.header.title, text.header.goals) == ("Een les", {"geven": "Eérst geven"})
    assert [part.text for part in text.parts] == ["# Kop\n\nTekst."]


@pytest.mark.parametrize(
    ("data", "line"),
    [*((data, 1) for data in NO_HEADER.values()), *ON_LINE.values()],
    ids=[*NO_HEADER, *ON_LINE],
)
def test_what_is_not_understood_is_refused_with_file_line_and_what_to_do(tmp_path, data, line):
    with pytest.raises(AuthoringError) as refused:
        read(tmp_path, data)
    told = str(refused.value)
    assert f"les.md:{line}: " in told
    assert any(
        what in told for what in ("Begin met ---", "Bewaar het bestand", "Spring in", "Wel:", "Bedoel je")
    )


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x0c", "\x0b"])
def test_a_sign_that_only_some_take_for_the_end_of_a_line_moves_nothing(tmp_path, sign):
    block = "```{reflect} own-case\nquestion: Wat is je zaak?\nmin-words: 4\n```\n"
    text = read(tmp_path, f"{HEADER}\nEerst{sign}dit.\n\n{block}\nDan dat.\n".encode())
    assert [getattr(part, "text", "block") for part in text.parts] == [
        f"Eerst{sign}dit.",
        "block",
        "Dan dat.",
    ]
    assert text.exercises[0].line == 10
