import { test } from "node:test";
import assert from "node:assert/strict";
import { cleanAlong } from "../../course/view/frontend/earlier.js";
import { cleanCompared } from "../../course/view/frontend/compared.js";

test("a rating is of a known line, in one of three words", () => {
  const content = { rates_itself: true, rubric: ["Kort.", "Goed."], has_example: true };
  assert.deepEqual(cleanCompared({ example: true, rating: { 0: "full", 2: "full", 1: "much", length: "half" } }, content),
    { example: true, rating: { 0: "full" } });
  assert.deepEqual(cleanCompared({ example: "yes", rating: "full" }, content), {});
  assert.deepEqual(cleanCompared({ example: true, rating: { 0: "full" } }, {}), {});
});

test("an earlier text goes along only where it is handed in", () => {
  assert.deepEqual(cleanAlong({ earlier: "Oud." }, { takes_along: true }), { earlier: "Oud." });
  assert.deepEqual(cleanAlong({ earlier: "Oud." }, {}), {});
  assert.deepEqual(cleanAlong({ earlier: 3 }, { takes_along: true }), {});
});
