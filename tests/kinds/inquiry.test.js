import { test } from "node:test";
import assert from "node:assert/strict";
import { askedOf, cleanInquiry, openNow } from "../../course/kinds/inquiry/turns.js";

const questions = { paid: { opens: ["much"] }, much: { opens: ["why"] }, why: {}, seen: {} };
const content = { turns: 3, judgements: { yes: "Ja" }, subjects: { one: { questions }, two: { questions } } };
const turn = (subject, question) => ({ subject, question });

test("a question stands open from the start, or once another one opened it", () => {
  assert.deepEqual(openNow(questions, []), ["paid", "seen"]);
  assert.deepEqual(openNow(questions, ["paid"]), ["much", "seen"]);
  assert.deepEqual(openNow(questions, ["paid", "much"]), ["why", "seen"]);
  assert.deepEqual(openNow({}, []), []);
});

test("an answer holds what could be asked when it was, and known judgements", () => {
  const asked = [turn("one", "much"), turn("one", "paid"), turn("two", "much"), turn("one", "paid"), turn("one", "much"), turn("two", "seen"), turn("two", "paid")];
  const raw = { asked, placed: { one: "yes", two: "maybe", three: "yes" } };
  assert.deepEqual(cleanInquiry(raw, content), {
    asked: [turn("one", "paid"), turn("one", "much"), turn("two", "seen")], placed: { one: "yes" },
  });
  assert.deepEqual(askedOf(cleanInquiry(raw, content).asked, "one"), ["paid", "much"]);
});

test("any answer and any content can be read", () => {
  for (const raw of [null, undefined, 0, "x", [], { asked: 1 }, { asked: [null, 3, { subject: {}, question: [] }] }]) {
    assert.deepEqual(cleanInquiry(raw, content), { asked: [], placed: {} });
    assert.deepEqual(cleanInquiry(raw, {}), { asked: [], placed: {} });
  }
});
