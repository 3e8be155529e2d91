"""What is a name and what is none."""

import pytest

from course.names import why_no_name

NAMES = (
    *(
        "Van 't Hof",
        "O'Brien",
        "O’Neill",
        "Łukasz",
        "Zoë d'Échec (1)",
        "Anaïs de Vries",
        "İbrahim Çelik",
        "Ngọc Ánh",
    ),
    *(
        "Жанна О'Нил",
        "Αλέξανδρος",
        "张伟",
        "やまだ タロウ",
        "山田タロウ",
        "김민준",
        "अनिता",
        "מיכל",
        "Анна Jansen",
    ),
    *("Bo 🎈", "jan..jansen", "R2-D2", "anna_de_vries", "Mª José", "Zoe\u0308", 'Bo "Bob" & Zn'),
)
NO_NAMES = {
    "<img src=x onerror=alert(1)>": "< or >",
    "anna>": "< or >",
    "an\nna": "control",
    "an\x1b[31mna": "control",
    "anna\u2028": "control",
    "an\u200bna": "cannot be seen",
    "an\u202ena": "cannot be seen",
    "an\u00adna": "cannot be seen",
    "anna\u3164": "cannot be seen",
    "anna\u2800": "cannot be seen",
    "an\u034fna": "cannot be seen",
    "anna\ufe0f": "cannot be seen",
    "anna\u00a0": "cannot be seen",
    "an\udcffna": "cannot be read",
    "аnna": "two scripts",
    "Jοhn": "two scripts",
    "О'Brien": "two scripts",
    "а\u0301nna": "two scripts",
    "a1а": "two scripts",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_name(name):
    assert why_no_name(name) is None


@pytest.mark.parametrize("name", NO_NAMES, ids=ascii)
def test_what_is_no_name_is_refused_with_the_reason(name):
    assert NO_NAMES[name] in str(why_no_name(name))
