import { test } from "node:test";
import assert from "node:assert/strict";
import { before, cleanOrder } from "../../course/kinds/order/view.js";
import { moved, standing } from "../../course/view/frontend/steps.js";

const content = { steps: { one: "Een", two: "Twee", three: "Drie" } };

test("an order holds known steps, each once", () => {
  assert.deepEqual(cleanOrder({ order: ["two", "two", "four", 3, "one"] }, content), { order: ["two", "one"] });
  assert.deepEqual(cleanOrder(null, content), { order: [] });
  assert.deepEqual(cleanOrder({ order: "two" }, content), { order: [] });
});

test("what has no place yet stands behind, as it was shown", () => {
  assert.deepEqual(standing(["three"], ["one", "two", "three"]), ["three", "one", "two"]);
});

test("a step moves and the others close up", () => {
  assert.deepEqual(moved(["one", "two", "three"], "three", 0), ["three", "one", "two"]);
  assert.deepEqual(moved(["one", "two", "three"], "one", 1), ["two", "one", "three"]);
  assert.deepEqual(moved(["one", "two", "three"], "one", 2), ["two", "three", "one"]);
});

test("a step stands behind another, at the beginning, or nowhere yet", () => {
  assert.equal(before({ order: ["a", "b"] }, "b"), "a");
  assert.equal(before({ order: ["a", "b"] }, "a"), "");
  assert.equal(before({ order: [] }, "a"), null);
});
