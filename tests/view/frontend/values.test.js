import { test } from "node:test";
import assert from "node:assert/strict";
import { asList, asRecord, has, keep, put, same, translator } from "../../../course/view/frontend/values.js";
import { countWords, splitWords, wordDiff } from "../../../course/view/frontend/words.js";
import { countText } from "../../../course/view/frontend/field.js";

test("any value can be read as a record or a list", () => {
  for (const value of [null, undefined, 3, "x", [1]]) assert.deepEqual(asRecord(value), {});
  for (const value of [null, undefined, 3, "x", {}]) assert.deepEqual(asList(value), []);
});

test("inherited names are not keys", () => {
  assert.equal(has({ a: 1 }, "a"), true);
  assert.equal(has({ a: 1 }, "constructor"), false);
  assert.equal(has({ a: 1 }, { toString: () => "a" }), false);
  assert.equal(has(null, "a"), false);
});

test("keep and put make new records", () => {
  const record = { a: 1, b: 2 };
  assert.deepEqual(keep(record, (key) => key === "a"), { a: 1 });
  assert.deepEqual(put(record, "c", 3), { a: 1, b: 2, c: 3 });
  assert.deepEqual(put(record, "a", ""), { b: 2 });
  assert.deepEqual(put(record, "a", 0), { b: 2, a: 0 });
  assert.deepEqual(record, { a: 1, b: 2 });
});

test("same looks at content, not at the order of keys", () => {
  assert.ok(same({ a: [1, { b: null }], c: "x" }, { c: "x", a: [1, { b: null }] }));
  assert.ok(!same({ a: 1 }, { b: 1 }));
  assert.ok(!same([], {}));
  assert.ok(!same(null, {}));
  assert.ok(!same({ a: 1 }, { a: 1, b: 2 }));
});

test("a string is translated, filled in, and otherwise shows itself", () => {
  const t = translator({ "Saved {time}": "Opgeslagen {time}", toString: "x" });
  assert.equal(t("Saved {time}", { time: "14:02" }), "Opgeslagen 14:02");
  assert.equal(t("Go on"), "Go on");
  assert.equal(t("constructor"), "constructor");
  assert.equal(translator(undefined)("{n} left", { n: "{n}" }), "{n} left");
});

test("words are cut as Python cuts them", () => {
  assert.deepEqual(splitWords("  een\ttwee\n\ndrie\u00a0vier\x1fvijf\u0085zes\u3000zeven "),
    ["een", "twee", "drie", "vier", "vijf", "zes", "zeven"]);
  assert.deepEqual(splitWords("niet\ufeffhier, \u200bniet"), ["niet\ufeffhier,", "\u200bniet"]);
  assert.equal(countWords(""), 0);
});

test("a word count says when it is enough", () => {
  const t = translator({});
  assert.equal(countText("een twee", undefined, t), "Words: 2");
  assert.equal(countText("een twee", 3, t), "Words: 2 (at least 3)");
  assert.equal(countText("een twee drie", 3, t), "Words: 3 (at least 3) ✓");
});

test("a word diff tells what went and what came", () => {
  assert.deepEqual(wordDiff("een twee drie", "een drie vier"), [
    { kind: "same", text: "een" }, { kind: "del", text: "twee" }, { kind: "same", text: "drie" }, { kind: "ins", text: "vier" },
  ]);
  assert.deepEqual(wordDiff("", "nieuw hier"), [{ kind: "ins", text: "nieuw hier" }]);
  assert.deepEqual(wordDiff("weg", ""), [{ kind: "del", text: "weg" }]);
  assert.deepEqual(wordDiff("", ""), []);
});

test("a word diff gives back both texts", () => {
  const before = "Meld je aan en ontvang ons gratis e-book";
  const after = "Lees hier ons e-book en meld je daarna aan";
  const parts = wordDiff(before, after);
  const without = (kind) => parts.filter((part) => part.kind !== kind).map(({ text }) => text).join(" ");
  assert.equal(without("ins"), before);
  assert.equal(without("del"), after);
});
