"""Mixed: fragments of all kinds, a few at a time; which principles are at work, and is it honest?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any, ClassVar

from course.answers import Answers, Reader
from course.exercise import Answer, Exercise, ExerciseError, Reaction, Score, per_part
from course.kinds.mixed.confusion import Confusion, arcs, confusions, worst
from course.material import count_read, tree
from course.result import Item

NONE = "none"
"""What is ticked where nothing is at work."""
HONEST = "honest"
"""The part of a verdict that is about honesty."""
LAST_SEED = 2**32 - 1
LAST_ROUND = 9_999
SECONDS = 40
"""To judge a fragment and read what was right; reading the fragment itself comes on top."""
SECONDS_A_WORD = 0.3


@dataclass(eq=False, kw_only=True)
class Mixed(Exercise):
    """Judge fragments, `size` at a time: what is at work in each, and whether it is honest. Never graded.

    What was never seen comes first, then what went wrong longest ago. The right answers stand in the fragments and
    reach the browser one by one, when a fragment has been judged; so this kind is for lessons only.

    Args:
        labels: {id: {"text", "why"}}: what can be at work, and what there is to see wherever it is.
        fragments: {id: {"name", "text" or "material", "fact", "is", "may", "not", "honest", "why"}}. `is`, `may` and
            `not` are {label: reason}: what is at work (or only `NONE`), what may be ticked too, and what it is not,
            though one might think so. `why` says why it is honest or not.
        pairs: {id: {"of": [label, label], "advice"}}: how to tell apart what one confuses.
        size: fragments in a round.
    """

    labels: Mapping[str, Mapping[str, str]]
    fragments: Mapping[str, Mapping[str, Any]]
    pairs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    size: int = 10

    kind: ClassVar[str] = "mixed"

    def verify(self) -> None:
        self._verify_ids("labels", self.labels)
        self._verify_ids("fragments", self.fragments)
        if len(self.labels) < 2 or NONE in self.labels or not self.fragments or self.size < 1:
            raise ExerciseError(f"{self.id}: give at least two labels, none called {NONE}, and a fragment")
        for name, fragment in self.fragments.items():
            given = [*fragment["is"], *fragment["may"], *fragment["not"]]
            self.require(given, self.options, f"{name} names")
            if (
                not fragment["is"]
                or len(set(given)) < len(given)
                or (NONE in given and [*fragment["is"]] != [NONE])
            ):
                raise ExerciseError(
                    f"{self.id}: in {name} each label stands once, and {NONE} stands alone in is"
                )
        for pair in self.pairs.values():
            self.require(pair["of"], self.labels, "a pair names")

    @property
    def options(self) -> dict[str, str]:
        """What can be ticked: every label, and that there is none."""
        return {**{name: label["text"] for name, label in self.labels.items()}, NONE: self.t("None of these")}

    @property
    def at_once(self) -> int:
        """How many fragments there are in a round."""
        return min(self.size, len(self.fragments))

    def parts(self) -> Mapping[str, str]:
        return {name: fragment["name"] for name, fragment in self.fragments.items()}

    def content(self) -> dict[str, Any]:
        shown = {
            name: {
                "name": fragment["name"],
                "text": fragment.get("text", ""),
                "fact": fragment.get("fact", ""),
                **({"seen": tree(fragment["material"], self.t)} if fragment.get("material") else {}),
            }
            for name, fragment in self.fragments.items()
        }
        return {**super().content(), "labels": self.options, "fragments": shown, "size": self.at_once}

    # The answer -----------------------------------------------------------------------------------

    def clean(self, raw: Any, reader: Reader) -> Answer:
        """{"seed", "round", "judged": {fragment: {"turn", "labels", "honest"}}, "now": {"fragment", …}}.

        `turn` counts the fragments that were judged; the last judgement of each is kept. `now` is what is being
        looked at, before and after it is judged.
        """
        fields = reader.mapping(raw)
        answer: Answer = {
            "seed": reader.whole(fields.get("seed"), 0, LAST_SEED),
            "round": reader.whole(fields.get("round"), 1, LAST_ROUND) or 1,
            "judged": {},
        }
        turns = set()
        for name, entry in reader.mapping(fields.get("judged")).items():
            one = reader.mapping(entry)
            turn = reader.whole(one.get("turn"), 1, answer["round"] * self.at_once)
            judgement = self._judgement(one, reader)
            is_whole = judgement["labels"] and judgement["honest"] is not None
            if reader.known(name, self.fragments) and turn and turn not in turns and is_whole:
                answer["judged"][name] = {"turn": turn, **judgement}
                turns.add(turn)
        now, done = reader.mapping(fields.get("now")), self.this_round(answer)
        fragment = reader.known(now.get("fragment"), self.fragments)
        if len(done) >= self.at_once and fragment not in done:
            fragment = None  # this round is full
        answer["now"] = {"fragment": fragment, **self._judgement(now if fragment else {}, reader)}
        return answer

    def _judgement(self, fields: Mapping[str, Any], reader: Reader) -> dict[str, Any]:
        given = [one for one in reader.items(fields.get("labels")) if reader.known(one, self.options)]
        labels = [name for name in self.labels if name in given] or given[:1]
        honest = fields.get("honest")
        return {"labels": labels, "honest": honest if isinstance(honest, bool) else None}

    def this_round(self, answer: Answer) -> list[str]:
        """The fragments that were judged in this round, in order."""
        before = (answer["round"] - 1) * self.at_once
        turns = {name: one["turn"] for name, one in answer["judged"].items() if one["turn"] > before}
        return sorted(turns, key=lambda name: turns[name])

    def current(self, answer: Answer) -> str | None:
        """The fragment that is looked at; None when the round is over."""
        if answer["now"]["fragment"]:
            return str(answer["now"]["fragment"])
        done = self.this_round(answer)
        left = [name for name in self.fragments if name not in done]
        if len(done) >= self.at_once or not left:
            return None
        return min(left, key=lambda name: self._wait(name, answer))

    def _wait(self, name: str, answer: Answer) -> tuple[int, float]:
        """When a fragment comes: first what was never seen, by chance, then what went wrong, the longest ago first.

        What was in the last round comes after all others.
        """
        judged = answer["judged"].get(name)
        if judged is None:
            return 0, Random(f"{answer['seed']} {name}").random()  # noqa: S311  (no secret)
        if judged["turn"] > (answer["round"] - 2) * self.at_once:
            return 3, judged["turn"]
        return (2 if self.is_right(name, judged) else 1), judged["turn"]

    # Verdicts -------------------------------------------------------------------------------------

    def share(self, name: str, judged: Mapping[str, Any]) -> float:
        """How much of the labels is right, 0 to 1: what was ticked and is there, of all that is either."""
        fragment = self.fragments[name]
        there, ticked = set(fragment["is"]), set(judged["labels"]) - set(fragment["may"])
        return len(there & ticked) / len(there | ticked)

    def is_right(self, name: str, judged: Mapping[str, Any]) -> bool:
        """Whether labels and honesty of a fragment are all right."""
        return self.share(name, judged) == 1 and judged["honest"] == self.fragments[name]["honest"]

    def verdicts(self, name: str, judged: Mapping[str, Any]) -> list[Item]:
        """What there is to say to a judgement: on each label that has a reason or was ticked, and on honesty."""
        fragment, items = self.fragments[name], []
        good = {**fragment["is"], **fragment["may"]}
        for label, text in self.options.items():
            ticked = label in judged["labels"]
            if label in good and ticked:
                items.append(Item(label, text, "right", good[label]))
            elif label in fragment["is"]:
                items.append(Item(label, text, "missed", good[label]))
            elif ticked:
                items.append(Item(label, text, "wrong", self._not_here(label, fragment)))
            elif label in fragment["not"]:
                items.append(Item(label, text, "left", fragment["not"][label]))
        right = judged["honest"] == fragment["honest"]
        items.append(
            Item(HONEST, self.honesty(judged["honest"]), "right" if right else "wrong", fragment["why"])
        )
        return items

    def _not_here(self, label: str, fragment: Mapping[str, Any]) -> str:
        """Why a label that was ticked is not at work; without a reason of its own what one would have to see."""
        if label == NONE:
            return self.t("Something is at work here.")
        why = self.labels[label]["why"]
        told = self.t("Not to be seen here. You would look for this: {why}").format(
            why=why[:1].lower() + why[1:]  # behind a colon
        )
        return fragment["not"].get(label, told)

    def honesty(self, honest: bool) -> str:
        """The word for it."""
        return self.t("Honest") if honest else self.t("Not honest")

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        return per_part(self._judge(name, judged) for name, judged in answer["judged"].items())

    def _judge(self, name: str, judged: Mapping[str, Any]) -> tuple[Item, float]:
        fragment = self.fragments[name]
        share = (self.share(name, judged) + (judged["honest"] == fragment["honest"])) / 2
        told = " ".join([*fragment["is"].values(), fragment["why"]])
        return Item(
            name, fragment["name"], "right" if share == 1 else "partial" if share else "wrong", told
        ), share

    def react(self, answer: Answer, answers: Answers) -> Reaction:
        """Which fragment it is now, the verdict on it once it was judged, and after a round what was confused."""
        if answer["seed"] is None:
            return Reaction()
        done, name = self.this_round(answer), self.current(answer)
        shown: dict[str, Any] = {"round": answer["round"], "done": len(done), "fragment": name}
        if name is None:
            return Reaction(
                {**shown, "over": self.over({one: answer["judged"][one] for one in done}, answer)}
            )
        if name in done:
            judged = answer["judged"][name]
            items = [asdict(item) for item in self.verdicts(name, judged)]
            shown |= {"items": items, "told": self._told(name, judged)}
        return Reaction(shown)

    def _told(self, name: str, judged: Mapping[str, Any]) -> str:
        labels, honest = self.share(name, judged) == 1, judged["honest"] == self.fragments[name]["honest"]
        if labels:
            ours = self.t("You saw what is at work. About its honesty we think otherwise.")
            return self.t("That is right.") if honest else ours
        ours = self.t("Not quite yet, and about its honesty we think otherwise.")
        return self.t("Not quite yet.") if honest else ours

    def over(self, round_: Mapping[str, Mapping[str, Any]], answer: Answer) -> dict[str, Any]:
        """The end of a round: how it went, what was confused with what, and one line of advice."""
        right = sum(self.is_right(name, judged) for name, judged in round_.items())
        honest = sum(judged["honest"] == self.fragments[name]["honest"] for name, judged in round_.items())
        found = confusions((self.fragments[name], judged["labels"]) for name, judged in round_.items())
        return {
            "told": self.t("{right} of {n} entirely right.").format(right=right, n=len(round_)),
            "honest": self.t("Honest or not: {right} of {n} right.").format(right=honest, n=len(round_)),
            "seen": self.t("Seen so far: {seen} of {n} fragments.").format(
                seen=len(answer["judged"]), n=len(self.fragments)
            ),
            "arcs": arcs(found),
            "lines": self._lines(found),
            "advice": self._advice(worst(found), honest < len(round_)),
        }

    def _lines(self, found: Counter[Confusion]) -> list[str]:
        """The figure in words: a line for each pair, one for what was only missed and one for what was never there."""

        def low(label: str) -> str:
            return self.options[label][:1].lower() + self.options[label][1:]

        def listed(labels: Mapping[str, int]) -> str:
            return ", ".join(f"{low(label)} ({n}×)" if n > 1 else low(label) for label, n in labels.items())

        pair = self.t("Ticked {seen} where it was {was}, {n}×.")
        lines = [
            pair.format(n=n, was=low(one.was), seen=low(one.seen))
            for one, n in found.most_common()
            if NONE not in one
        ]
        missed = {one.was: n for one, n in found.most_common() if one.seen == NONE}
        extra = {one.seen: n for one, n in found.most_common() if one.was == NONE}
        if missed:
            lines.append(self.t("Missed: {labels}.").format(labels=listed(missed)))
        if extra:
            lines.append(self.t("Ticked where it was not: {labels}.").format(labels=listed(extra)))
        return lines

    def _advice(self, one: Confusion | None, doubts_honesty: bool) -> str:
        if one is None:
            if doubts_honesty:
                return self.t("Ask of each fragment: would I still say yes if I knew what the sender knows?")
            return self.t("Nothing was confused. Look out for this at your own work too.")
        for pair in self.pairs.values():
            if {*pair["of"]} == {*one}:
                return str(pair["advice"])
        told = " ".join(f"{self.options[name]}: {self.labels[name]['why']}" for name in one if name != NONE)
        return self.t("Look out for this the next time. {what}").format(what=told)

    # For a person to read -------------------------------------------------------------------------

    def seconds(self) -> int:
        every = [self.content()["fragments"][name] for name in self.fragments]
        read = sum(count_read(one.get("seen", one["text"])) + count_read(one["fact"]) for one in every)
        return round(self.at_once * (SECONDS + SECONDS_A_WORD * read / len(every)))

    def progress(self, answer: Answer) -> tuple[int, int]:
        return min(len(answer["judged"]), self.at_once), self.at_once

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        return [
            (self.fragments[name]["name"], self._in_words(answer["judged"][name]))
            for name in sorted(answer["judged"], key=lambda name: answer["judged"][name]["turn"])
        ]

    def _in_words(self, judged: Mapping[str, Any]) -> str:
        labels = [self.options[label] for label in judged["labels"]]
        return f"{', '.join(labels)} · {self.honesty(judged['honest'])}"
