import assert from "node:assert/strict";
import { test } from "node:test";

import { fits, plain } from "../../../course/view/frontend/statements.js";

const cards = { classes: ["ov-statement", "ov-in-01-wederkerigheid", "ov-strength-B"], text: "Één  kaart van een vreemde\nMeier (2016)" };
const choice = { lesson: "", strength: "", words: "" };

test("what is empty chooses everything", () => {
  assert.ok(fits(cards, choice));
  assert.ok(fits(cards, { ...choice, words: "  " }));
});

test("each thing that is chosen must fit", () => {
  assert.ok(fits(cards, { lesson: "01-wederkerigheid", strength: "B", words: "kaart" }));
  assert.ok(!fits(cards, { ...choice, lesson: "01" }));
  assert.ok(!fits(cards, { ...choice, strength: "A" }));
});

test("every word must be there, in any order, capitals and accents aside", () => {
  assert.ok(fits(cards, { ...choice, words: "MEIER een kaart" }));
  assert.ok(!fits(cards, { ...choice, words: "kaart fooi" }));
  assert.equal(plain("  Één\n kaart "), "een kaart");
});
