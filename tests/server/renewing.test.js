import assert from "node:assert/strict";
import { test } from "node:test";

import { isOutdated, renewed } from "../../course/server/labextensions/overtuigen/renewing.js";

const locked = { metadata: { editable: false } };
const text = (id, source, more = locked) => ({ cell_type: "markdown", id, source, ...more });
const code = (id, source, outputs = [], more = locked) => ({ cell_type: "code", id, source, outputs, ...more });
const own = (id) => text(id, "Van mij", { metadata: {} });
const ids = ({ cells }) => cells.map(({ id }) => id);

const old = { cells: [text("a", "Een"), code("which", "1", ["copy"]), own("mine"), text("b", "Twee"), own("last")] };

test("what is the same is left alone, also with cells and outputs of one's own", () => {
  assert.equal(isOutdated(old, { cells: [text("a", "Een"), code("which", "1"), text("b", "Twee")] }), false);
  assert.equal(isOutdated(old, { cells: [text("a", ["E", "en"]), code("which", "1"), text("b", "Twee")] }), false);
});

test("a newer text takes its place; copies of answers and cells of one's own stay where they were", () => {
  const release = { cells: [text("a", "Nieuw"), text("new", "Erbij"), code("which", "2")], metadata: { course: {} } };
  assert.ok(isOutdated(old, release));
  const made = renewed(old, release);
  assert.deepEqual(ids(made), ["a", "new", "which", "mine", "last"]);
  assert.equal(made.cells[0].source, "Nieuw");
  assert.deepEqual(made.cells[2], code("which", "2", ["copy"]));
  assert.equal(made.metadata, release.metadata);
  assert.equal(isOutdated(made, release), false);
});

test("a cell that the course took away is gone, and nothing else is", () => {
  const release = { cells: [text("b", "Twee")] };
  assert.ok(isOutdated(old, release));
  assert.deepEqual(ids(renewed(old, release)), ["mine", "b", "last"]);
});

test("what was typed in a cell that the course leaves open stays", () => {
  const open = (source) => text("open", source, { metadata: { nbgrader: {} } });
  const made = renewed({ cells: [text("a", "Een"), open("Mijn antwoord")] }, { cells: [text("a", "Nieuw"), open("Typ hier")] });
  assert.equal(made.cells[1].source, "Mijn antwoord");
});
