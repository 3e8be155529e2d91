import { test } from "node:test";
import assert from "node:assert/strict";
import { clockText } from "../../course/kinds/scene/timer.js";
import { cleanScene } from "../../course/kinds/scene/view.js";

const versions = { one: "Een", two: "Twee" };

test("a scene holds what there is to answer and no more", () => {
  const raw = { version: "two", timer: "ended", chosen: ["x", "b", "a"], committed: true };
  assert.deepEqual(cleanScene(raw, { versions, timer: 20, options: { a: "A", b: "B" } }), { version: "two", timer: "ended", chosen: ["b"] });
  assert.deepEqual(cleanScene(raw, { versions }), { version: "two" });
  assert.deepEqual(cleanScene({ version: "constructor", timer: 3 }, { versions, timer: 20 }), { version: null, timer: null });
});

test("the only version is everybody's", () => {
  assert.deepEqual(cleanScene(null, { versions: { one: "Een" } }), { version: "one" });
});

test("any answer and any content can be read", () => {
  for (const raw of [null, undefined, 0, "x", [], { version: {}, chosen: 1 }]) assert.deepEqual(cleanScene(raw, {}), { version: null });
});

test("a clock writes minutes and seconds", () => {
  assert.deepEqual([0, 9, 60, 75].map(clockText), ["0:00", "0:09", "1:00", "1:15"]);
});
