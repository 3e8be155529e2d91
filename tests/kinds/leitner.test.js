import { test } from "node:test";
import assert from "node:assert/strict";
import { addDays, cleanFlashcards, dayName, dueCards, gradeCard, isoDay, nextDue, stacks } from "../../course/kinds/flashcards/leitner.js";

const today = "2026-02-27";

test("a known card moves a box further, up to the fifth", () => {
  assert.deepEqual(gradeCard({}, "a", true, today), { a: { box: 2, due: "2026-03-01" } });
  assert.deepEqual(gradeCard({ a: { box: 4, due: today } }, "a", true, today), { a: { box: 5, due: "2026-03-29" } });
  assert.deepEqual(gradeCard({ a: { box: 5, due: today } }, "a", true, today).a.box, 5);
});

test("a card not yet known goes back to the first box", () => {
  assert.deepEqual(gradeCard({ a: { box: 4, due: "2026-03-30" } }, "a", false, today), { a: { box: 1, due: "2026-02-28" } });
});

test("a card known before it was due stays where it is", () => {
  const boxes = { a: { box: 1, due: "2026-02-28" } };
  assert.equal(gradeCard(boxes, "a", true, today), boxes);
});

test("new cards and cards of today or earlier are due", () => {
  const boxes = { a: { box: 1, due: "2026-02-26" }, b: { box: 1, due: today }, c: { box: 1, due: "2026-02-28" } };
  assert.deepEqual(dueCards(["a", "b", "c", "d"], boxes, today), ["a", "b", "d"]);
  assert.equal(nextDue(boxes), "2026-02-26");
  assert.equal(nextDue({}), "");
});

test("days are counted across months, years and summer time", () => {
  assert.equal(addDays("2026-12-31", 1), "2027-01-01");
  assert.equal(addDays("2028-02-28", 1), "2028-02-29");
  assert.equal(addDays("2026-03-28", 2), "2026-03-30");
  assert.equal(isoDay(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
  assert.equal(dayName("2026-11-23", "nl-NL"), "maandag 23 november");
});

test("only known cards in a real box with a day are kept", () => {
  const content = { cards: { a: ["x", "y"], b: ["x", "y"] } };
  const boxes = { a: { box: 3, due: today }, b: { box: 6, due: today }, c: { box: 1, due: today } };
  assert.deepEqual(cleanFlashcards({ boxes }, content), { boxes: { a: { box: 3, due: today } } });
  for (const bad of [null, 1, { box: 1 }, { box: 1, due: "soon" }, { box: 1.5, due: today }]) {
    assert.deepEqual(cleanFlashcards({ boxes: { a: bad } }, content), { boxes: {} });
  }
  assert.deepEqual(cleanFlashcards("x", {}), { boxes: {} });
});

test("what is known each time comes back on day 2, 7 and 30, and then every month", () => {
  let boxes = {};
  const days = [];
  for (let day = today; days.length < 5; day = boxes.a.due) {
    boxes = gradeCard(boxes, "a", true, day);
    days.push(boxes.a.due);
  }
  assert.deepEqual(days, [2, 7, 30, 60, 90].map((n) => addDays(today, n)));
});

test("cards lie on stacks by when they come back", () => {
  const boxes = Object.fromEntries([-3, 0, 1, 2, 3, 7, 8, 30].map((n) => [n, { box: 1, due: addDays(today, n) }]));
  assert.deepEqual(stacks(Object.keys(boxes), boxes, today), [2, 1, 1, 2, 2]);
  assert.deepEqual(stacks([...Object.keys(boxes), "never seen"], boxes, today), [3, 1, 1, 2, 2]);
});
