"""Names of participants."""

from tests.grading.submission.corpus.case import case

GROUP = "Namen van deelnemers"


def filled(hand_in):
    hand_in.save(hand_in.notebook())
    return hand_in.half


def refused(hand_in):
    filled(hand_in)


for who, what in {
    "Anaïs de Vries": "Een naam met spaties en een trema",
    'O\'Brien "Bo" & Zn': "Een naam met een apostrof, aanhalingstekens en een &",
    "-rf": "Een naam die met een streepje begint",
    "jan..jansen": "Een naam met twee punten erin",
    "张伟 🎈 мир": "Een naam in andere schriften, met een emoji",
    "a;drop table student;--{x}%s$(id)": "Een naam met tekens die voor een computer een commando zijn",
    "n" * 120: "Een naam van 120 tekens",
    "Jan\\Piet": "Een naam met een schuine streep naar achteren",
}.items():
    case(GROUP, what, who)(filled)

for who, what, alone in [
    ("[a]*?", "Een naam van zoektekens: [a]*?", True),
    ("gew*", "Een naam die als zoekteken bij een ander past: gew*", True),
    (".verborgen", "Een naam die met een punt begint", True),
    ("..stiekem", "Een naam die met twee punten begint", True),
    (" spatie", "Een naam die met een spatie begint", False),
    ("regel\neinde", "Een naam met een regeleinde", True),
    ("bytes-\udcff\udcfe", "Een naam die geen tekst is", False),
    ("<img src=x onerror=alert(1)>", "Een naam die HTML is", True),
    ("an\u200bna", "Een naam met een teken dat je niet ziet", True),
    ("\u0430nna", "Een naam met een Russische a tussen gewone letters", True),
    ("x" * 129, "Een naam van 129 tekens", True),
]:
    case(GROUP, what, who, alone=alone)(refused)
