import { test } from "node:test";
import assert from "node:assert/strict";
import { cleanChoose } from "../../course/kinds/choose/view.js";
import { cleanJourney, hasRoom } from "../../course/kinds/journey/view.js";
import { cleanMatch, nextRow, shuffled } from "../../course/kinds/match/view.js";
import { cleanOwnCase } from "../../course/kinds/owncase/view.js";
import { cleanPlan, mailTo, partsOf } from "../../course/kinds/plan/view.js";
import { cleanReflect } from "../../course/kinds/reflect/view.js";
import { wordDiff } from "../../course/view/frontend/words.js";
import { cleanRewrite, marked } from "../../course/kinds/rewrite/view.js";
import { cardInHand, cleanSort } from "../../course/kinds/sort/view.js";
import { countDone } from "../../course/view/frontend/overview.js";
import { feelingPoints, lifted, stretches } from "../../course/kinds/journey/line.js";

test("choose: known options, one unless many", () => {
  const content = { options: { a: "A", b: "B", c: "C" } };
  const raw = { chosen: ["c", "x", "a"], confidence: "sure" };
  assert.deepEqual(cleanChoose(raw, content), { chosen: ["a"], confidence: "sure" });
  assert.deepEqual(cleanChoose(raw, { ...content, many: true }).chosen, ["a", "c"]);
  assert.deepEqual(cleanChoose({ chosen: "a", confidence: "very" }, content), { chosen: [], confidence: null });
});

test("sort: known cards in known bins", () => {
  const content = { cards: { a: "A", b: "B" }, bins: { x: "X" } };
  assert.deepEqual(cleanSort({ placed: { a: "x", b: "y", c: "x", constructor: "x" } }, content), { placed: { a: "x" } });
});

test("match: known pairs", () => {
  const content = { left: { a: "A", b: "B" }, right: { x: "X" } };
  assert.deepEqual(cleanMatch({ pairs: { a: "x", b: ["x"], c: "x" } }, content), { pairs: { a: "x" } });
});

test("match: the order is always the same, complete, and not the order of writing", () => {
  const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
  assert.deepEqual(shuffled(ids, "terms"), shuffled(ids, "terms"));
  assert.deepEqual(shuffled(ids, "terms").toSorted(), ids);
  assert.deepEqual(shuffled(ids, "terms"), shuffled(ids.toReversed(), "terms"));
  const orders = new Set(Array.from({ length: 50 }, (_, n) => shuffled(ids, `exercise-${n}`).join("")));
  assert.ok(orders.size > 45);
});

test("journey: known phases and cards, feelings from -2 to 2", () => {
  const content = { phases: { p: "P", q: "Q" }, cards: { a: "A" } };
  assert.deepEqual(cleanJourney({ feelings: { p: 2, q: 3, r: 1 }, placed: { a: "p", b: "p" }, motives: { a: "om", b: 1 } }, content),
    { feelings: { p: 2 }, placed: { a: "p" }, motives: { a: "om" } });
});

test("journey: a better feeling stands higher, and phases stand evenly", () => {
  const [good, none, bad] = feelingPoints([2, null, -2]);
  assert.equal(none, null);
  assert.ok(good.y < bad.y);
  assert.deepEqual([good.x, bad.x].map(Math.round), [17, 83]);
});

test("journey: a feeling that is unknown leaves a gap", () => {
  const [a, , b, c] = feelingPoints([2, null, -2, 0]);
  assert.deepEqual(stretches([a, null, b, c]), [[b, c]]);
});

test("journey: no more cards than may be placed, and labels for moments and for phases without any", () => {
  const content = {
    phases: { p: "P", q: "Q" }, cards: { a: "A", b: "B" }, at_most: 1, labels: { fine: "Goed" }, moments: { p: { m: "M" } },
  };
  const raw = { placed: { a: "p", b: "q" }, labels: { m: "fine", q: "fine", p: "fine" }, names: { p: "x" } };
  const clean = cleanJourney(raw, content);
  assert.deepEqual([clean.placed, clean.labels, clean.names], [{ a: "p" }, { m: "fine", q: "fine" }, undefined]);
  assert.deepEqual([hasRoom({}, "a", 1), hasRoom({ a: "p" }, "a", 1), hasRoom({ a: "p" }, "b", 1), hasRoom({ a: "p" }, "b", 0)],
    [true, true, false, true]);
  assert.deepEqual(cleanJourney({ names: { p: "x", r: "y" } }, { ...content, own: true }).names, { p: "x" });
});

test("journey: the line rises where a card lies, up to the top, and not where nobody said how it feels", () => {
  assert.deepEqual(lifted({ p: 1, q: -1 }, { a: "p", b: "q", c: "r" }, { a: 2, b: 1, c: 1 }), { p: 2, q: 0 });
});

test("rewrite and reflect: text is text", () => {
  assert.deepEqual(cleanReflect({ text: 5 }), { text: "" });
  assert.deepEqual(cleanRewrite({ text: "a", versions: [{ at: "nu", text: "b", more: 1 }, null] }),
    { text: "a", versions: [{ at: "nu", text: "b" }, { at: "", text: "" }] });
});

test("every kind reads any answer and any content", () => {
  const cleaners = [cleanChoose, cleanSort, cleanMatch, cleanJourney, cleanReflect, cleanRewrite, cleanOwnCase, cleanPlan];
  for (const raw of [null, undefined, 0, "x", [], [[]], { placed: 1, chosen: 1, pairs: [], versions: {}, feelings: "" }]) {
    for (const clean of cleaners) assert.equal(typeof clean(raw, {}), "object");
  }
});

test("overview: counts what is done", () => {
  assert.equal(countDone([{ state: "done" }, { state: "partly" }, {}]), 1);
});

test("sort: the card in hand is the one that was picked up, or the first without a place", () => {
  assert.equal(cardInHand(["a", "b"], {}, null), "a");
  assert.equal(cardInHand(["a", "b"], { a: "x" }, null), "b");
  assert.equal(cardInHand(["a", "b"], { a: "x" }, "a"), "a");
  assert.equal(cardInHand(["a", "b"], { a: "x", b: "x" }, null), null);
});

test("match: the next row without a partner has its turn, round and round", () => {
  assert.equal(nextRow(["a", "b", "c"], {}, null), "a");
  assert.equal(nextRow(["a", "b", "c"], { a: "x" }, "a"), "b");
  assert.equal(nextRow(["a", "b", "c"], { b: "x", c: "x" }, "c"), "a");
  assert.equal(nextRow(["a"], { a: "x" }, "a"), null);
});

test("own case: known fields, and an old answer is a loose text", () => {
  const content = { fields: { person: "Eén mens" } };
  assert.deepEqual(cleanOwnCase({ fields: { person: "Mo", x: "y" }, text: "Eén mens: Mo" }, content), { fields: { person: "Mo" } });
  assert.deepEqual(cleanOwnCase({ text: "Vroeger." }, content), { fields: {}, loose: "Vroeger." });
});

test("plan: a reaction of any shape is a page, and a mail holds any text", () => {
  assert.deepEqual(partsOf({ parts: [null, { heading: "A", entries: [{ title: 1, text: "x" }], missing: [{ where: "Start", page: 1 }] }] }), [
    { heading: "", entries: [], missing: [] }, { heading: "A", entries: [{ title: "", text: "x" }], missing: [{ where: "Start", page: "" }] },
  ]);
  assert.equal(mailTo("Plan & meer", "a\nb"), "mailto:?subject=Plan%20%26%20meer&body=a%0Ab");
});

test("rewrite: side by side, a text keeps its lines and only what differs is marked", () => {
  const [then, now] = ["Bel ons.\n\nVul het formulier in.", "Bel gerust.\n\nVul het formulier in."];
  const parts = wordDiff(then, now);
  assert.deepEqual(marked(then, parts, "del"), [
    { kind: "same", text: "Bel " }, { kind: "del", text: "ons." }, { kind: "same", text: "\n\nVul het formulier in." }]);
  assert.deepEqual(marked(now, parts, "ins").map(({ text }) => text).join(""), now);
});

test("rewrite: a word or two that two texts share by chance makes no confetti", () => {
  const [then, now] = ["Een gids voor je huis.", "Twee tips voor je kozijn."];
  assert.deepEqual(marked(now, wordDiff(then, now), "ins"), [{ kind: "ins", text: now }]);
});
