import { test } from "node:test";
import assert from "node:assert/strict";
import { cleanPrediction, missingPrediction } from "../../course/kinds/prediction/view.js";
import { numberWriter } from "../../course/view/frontend/dial.js";
import { translator } from "../../course/view/frontend/values.js";

const number = { low: 0, high: 60, step: 1 };
const order = { things: { a: "A", b: "B", c: "C" } };

test("a number within its range, or none yet", () => {
  assert.deepEqual(cleanPrediction({ guess: 30, order: ["a"] }, number), { guess: 30 });
  for (const guess of [61, -1, "30", NaN, null, undefined]) {
    assert.deepEqual(cleanPrediction({ guess }, number), { guess: null });
  }
});

test("known things, each once", () => {
  assert.deepEqual(cleanPrediction({ order: ["c", "x", "c"], guess: 3 }, order), { order: ["c"] });
});

test("a slider that was not moved is no prediction; an order always stands", () => {
  assert.notEqual(missingPrediction({ guess: null }, (text) => text), "");
  assert.equal(missingPrediction({ guess: 0 }, (text) => text), "");
  assert.equal(missingPrediction({ order: [] }, (text) => text), "");
});

test("a number is written in its unit", () => {
  const written = numberWriter("nl", translator({}));
  assert.equal(written(1234.5, "percent"), "1.234,5%");
  assert.equal(written(3, "euro"), "€3");
  assert.equal(written(3, "count"), "3");
});
