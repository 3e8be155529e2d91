import { test } from "node:test";
import assert from "node:assert/strict";
import { sentenceParts } from "../../course/kinds/mark/sentences.js";
import { cleanMark, markAt, markId, markOf, switchMark, withMark, withoutMark, wordLines } from "../../course/kinds/mark/marks.js";

const content = { text: "nul een twee drie vier vijf zes", labels: { a: "A", b: "B" } };
const m = (from, to, label = "a") => ({ from, to, label });

test("only marks within the text, with a known label and without overlap, are kept", () => {
  const marks = [m(4, 5), m(0, 1), m(1, 2), m(-1, 0), m(3, 2), m(6, 7), m(3, 3, "x"), { from: "0", to: 1, label: "a" }, null, 5];
  assert.deepEqual(cleanMark({ marks }, content), { marks: [m(0, 1), m(4, 5)] });
  for (const raw of [null, [], "x", { marks: {} }]) assert.deepEqual(cleanMark(raw, content), { marks: [] });
  assert.deepEqual(cleanMark({ marks: [m(0, 0)] }, {}), { marks: [] });
});

test("a new mark takes over the words it covers", () => {
  assert.deepEqual(withMark([m(1, 4)], m(3, 6, "b")), [m(1, 2), m(3, 6, "b")]);
  assert.deepEqual(withMark([m(1, 5)], m(3, 3, "b")), [m(1, 2), m(3, 3, "b"), m(4, 5)]);
  assert.deepEqual(withMark([m(2, 3), m(5, 6)], m(1, 5, "b")), [m(1, 5, "b"), m(6, 6)]);
});

test("a mark is found and taken away by any of its words", () => {
  const marks = [m(0, 1), m(3, 5)];
  assert.equal(markAt(marks, 4), marks[1]);
  assert.equal(markAt(marks, 2), undefined);
  assert.deepEqual(withoutMark(marks, 5), [m(0, 1)]);
  assert.deepEqual(withoutMark(marks, 2), marks);
});

test("one word in a mark, or a stretch within a mark of the same label, unmarks it", () => {
  assert.deepEqual(switchMark([m(1, 4)], 2, 2, "b"), []);
  assert.deepEqual(switchMark([m(1, 4)], 4, 2, "a"), []);
  assert.deepEqual(switchMark([m(1, 4)], 2, 3, "b"), [m(1, 1), m(2, 3, "b"), m(4, 4)]);
  assert.deepEqual(switchMark([m(1, 2)], 3, 1, "a"), [m(1, 3)]);
  assert.deepEqual(switchMark([], 3, 1, "a"), [m(1, 3)]);
});

test("words are numbered through lines and paragraphs", () => {
  assert.deepEqual(wordLines("een twee\ndrie\n \n\nvier"),
    [[[{ at: 0, word: "een" }, { at: 1, word: "twee" }], [{ at: 2, word: "drie" }]], [[{ at: 3, word: "vier" }]]]);
  assert.deepEqual(wordLines(""), []);
});

test("a mark is known by its name", () => {
  const mark = { from: 2, to: 5, label: "gift" };
  assert.deepEqual(markOf(markId(mark)), mark);
  assert.equal(markOf("missed"), null);
});

test("sentences are cut where the kernel cut them, line by line", () => {
  const lines = wordLines("Een kop\nEen zin. En nog een?");
  assert.deepEqual(sentenceParts(lines, [[0, 1], [2, 3], [4, 6]]), [[
    [{ from: 0, to: 1, text: "Een kop" }],
    [{ from: 2, to: 3, text: "Een zin." }, { from: 4, to: 6, text: "En nog een?" }],
  ]]);
  assert.deepEqual(sentenceParts(lines, undefined), [[[], []]]);
});
