import { test } from "node:test";
import assert from "node:assert/strict";
import { DOTS, arc, cleanMixed, doneIn, judged, ticked } from "../../course/kinds/mixed/rounds.js";

const content = { size: 2, labels: { gift: "Cadeau", crowd: "Menigte", none: "Geen" }, fragments: { one: {}, two: {}, three: {} } };
const empty = { seed: null, round: 1, judged: {}, now: { fragment: null, labels: [], honest: null } };

test("anything becomes an answer", () => {
  for (const raw of [null, 3, [], {}, { judged: [], now: "x", seed: -1, round: 0 }]) assert.deepEqual(cleanMixed(raw, content), empty);
});

test("a judgement is kept with labels in order, and only when it is whole", () => {
  const raw = {
    seed: 7, judged: {
      one: { turn: 1, labels: ["crowd", "gift", "ghost"], honest: false },
      two: { turn: 1, labels: ["gift"], honest: true },
      three: { turn: 9, labels: ["gift"], honest: true },
      ghost: { turn: 2, labels: ["gift"], honest: true },
    },
  };
  assert.deepEqual(cleanMixed(raw, content).judged, { one: { turn: 1, labels: ["gift", "crowd"], honest: false } });
  assert.deepEqual(cleanMixed({ judged: { one: { turn: 1, labels: [], honest: true } } }, content).judged, {});
});

test("a full round takes no more", () => {
  const full = { judged: { one: { turn: 1, labels: ["gift"], honest: true }, two: { turn: 2, labels: ["none"], honest: true } } };
  assert.equal(cleanMixed({ ...full, now: { fragment: "three" } }, content).now.fragment, null);
  assert.equal(cleanMixed({ ...full, now: { fragment: "two" } }, content).now.fragment, "two");
});

test("that there is none excludes the others, and the other way round", () => {
  assert.deepEqual(ticked(["gift"], "none"), ["none"]);
  assert.deepEqual(ticked(["none"], "gift"), ["gift"]);
  assert.deepEqual(ticked(["gift", "crowd"], "gift"), ["crowd"]);
  assert.deepEqual(ticked(["none"], "none"), []);
});

test("a judgement takes the next turn of its round", () => {
  const now = { fragment: "three", labels: ["gift"], honest: true };
  const first = { one: { turn: 1, labels: ["gift"], honest: true }, two: { turn: 2, labels: ["gift"], honest: true } };
  const answer = judged({ seed: 1, round: 2, judged: first, now }, 2);
  assert.deepEqual(answer.judged.three, { turn: 3, labels: ["gift"], honest: true });
  assert.deepEqual(doneIn(answer, 2), ["three"]);
});

test("an arc ends on the dots, and reaches further for rows that are further apart", () => {
  const [near, far] = [arc(0, 1), arc(0, 7)];
  assert.ok(near.path.startsWith(`M ${DOTS} 15`) && near.path.endsWith(`${DOTS} 45`));
  assert.ok(near.x < far.x && far.x < 330);
  assert.equal(near.y, 30);
});
