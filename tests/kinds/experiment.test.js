import { test } from "node:test";
import assert from "node:assert/strict";
import { cleanExperiment, oneMore, roundsNow } from "../../course/kinds/experiment/rounds.js";
import { isHarmless } from "../../course/kinds/experiment/drawing.js";

const content = {
  guess: { low: 0, high: 100 },
  limits: { rounds: 10, ways: 3, seed: 100 },
  options: { a: "A", b: "B" },
  settings: [{ id: "looks", low: 1, high: 20, start: 10, free: true }, { id: "rate", low: 1, high: 40, start: 5, free: false }],
};
const at = (looks) => ({ looks, rate: 5 });

test("a clean answer stays as it is, and known parts come through", () => {
  const raw = { guess: 30, seed: 4, settings: at(3), tried: [{ settings: at(10), rounds: 2 }], conclusion: "b" };
  assert.deepEqual(cleanExperiment(raw, content), raw);
  assert.deepEqual(cleanExperiment({ ...raw, settings: { looks: 99, rate: 9, x: 1 }, conclusion: "constructor" }, content),
    { ...raw, settings: at(10), conclusion: null });
});

test("without a prediction there are no rounds, and a way stands once", () => {
  const tried = [{ settings: at(10), rounds: 2 }, { settings: at(10), rounds: 3 }, { settings: at(2), rounds: 11 }];
  assert.deepEqual(cleanExperiment({ guess: null, tried }, content).tried, []);
  assert.deepEqual(cleanExperiment({ guess: 0, tried }, content).tried, [tried[0]]);
});

test("any answer and any content can be read", () => {
  for (const raw of [null, undefined, 0, "x", [], { tried: 1, settings: [] }, { guess: 1, tried: [null, [], 3] }]) {
    assert.equal(typeof cleanExperiment(raw, content), "object");
    assert.equal(typeof cleanExperiment(raw, {}), "object");
  }
});

test("a round more: the newest way stands last, and the first always stays", () => {
  let answer = { settings: at(10), tried: [] };
  for (const looks of [10, 10, 1, 2, 1, 3]) answer = oneMore({ ...answer, settings: at(looks) }, content.limits);
  assert.deepEqual(answer.tried.map(({ settings, rounds }) => [settings.looks, rounds]), [[10, 2], [1, 2], [3, 1]]);
  assert.equal(roundsNow({ ...answer, settings: at(10) }), 2);
  assert.equal(roundsNow({ ...answer, settings: at(7) }), 0);
});

test("of a drawing only what says how it looks comes through", () => {
  const names = ["x1", "stroke-dasharray", "class", "onload", "href", "xlink:href", "style", "xmlns"];
  assert.deepEqual(names.filter(isHarmless), ["x1", "stroke-dasharray", "class"]);
});
