import { test } from "node:test";
import assert from "node:assert/strict";
import { cleanLookback, howFar, missingLookback } from "../../course/kinds/lookback/view.js";
import { translator } from "../../course/view/frontend/values.js";

const content = { most: 2, tests: [{ title: "Begin", items: ["a-1"] }, { title: "Eind", items: ["b-1", "b-2"] }] };
const taken = { "b-1": { chosen: "a" } };
const t = translator({});

test("an estimate is a whole number of questions, or none yet", () => {
  assert.equal(cleanLookback({ guess: 2 }, content).guess, 2);
  for (const guess of [3, -1, 1.5, "1", null, undefined]) assert.equal(cleanLookback({ guess }, content).guess, null);
  assert.deepEqual(cleanLookback(null, content), { guess: null, taken: {} });
});

test("of each test it says how far one is", () => {
  assert.deepEqual(howFar(content, taken), [{ title: "Begin", done: 0, of: 1 }, { title: "Eind", done: 1, of: 2 }]);
  assert.deepEqual(howFar({}, taken), []);
});

test("one looks back with an estimate and the whole last test; the first one may be missing", () => {
  assert.match(missingLookback({ guess: null, taken }, t, content), /estimate/);
  assert.match(missingLookback({ guess: 1, taken }, t, content), /1 to go/);
  assert.equal(missingLookback({ guess: 1, taken: { ...taken, "b-2": { chosen: "a" } } }, t, content), "");
});
