import { test } from "node:test";
import assert from "node:assert/strict";
import { choicesIn, cleanDilemma, firstScene, lacking, walkScenes } from "../../course/kinds/dilemma/scenes.js";

const content = { scenes: {
  start: { text: "…", choices: { take: { text: "neem aan", next: "favour" }, leave: { text: "geef terug" } } },
  favour: { text: "…", choices: { yes: { text: "ja" }, back: { text: "terug", next: "start" }, gone: { text: "weg", next: "nowhere" } } },
} };
const step = (scene, choice, motive = "omdat") => ({ scene, choice, motive });

test("a walk goes on where a choice leads", () => {
  assert.equal(walkScenes(content, []).scene, "start");
  assert.equal(walkScenes(content, [step("start", "take")]).scene, "favour");
  assert.equal(walkScenes(content, [step("start", "leave")]).scene, null);
  assert.equal(walkScenes(content, [step("start", "take"), step("favour", "back")]).scene, "start");
});

test("a choice that leads nowhere is an end", () => {
  assert.equal(walkScenes(content, [step("start", "take"), step("favour", "gone")]).scene, null);
});

test("steps off the path are left out", () => {
  const off = [step("start", "take"), step("start", "leave"), step("favour", "yes")];
  assert.deepEqual(cleanDilemma({ steps: off }, content), { steps: [step("start", "take")], again: null });
  assert.deepEqual(cleanDilemma({ steps: [step("start", "leave"), step("favour", "yes")] }, content).steps, [step("start", "leave")]);
});

test("a second choice counts only at the end, and only a known one", () => {
  const again = { choice: "take", motive: "toch" };
  assert.equal(cleanDilemma({ steps: [], again }, content).again, null);
  assert.equal(cleanDilemma({ steps: [step("start", "take")], again }, content).again, null);
  assert.deepEqual(cleanDilemma({ steps: [step("start", "leave")], again }, content).again, again);
  assert.equal(cleanDilemma({ steps: [step("start", "leave")], again: { choice: "x" } }, content).again, null);
});

test("every choice that there is can be looked at", () => {
  assert.deepEqual(choicesIn(content.scenes).map((one) => one.join("/")),
    ["start/take", "start/leave", "favour/yes", "favour/back", "favour/gone"]);
  assert.deepEqual(choicesIn(null), []);
});

test("any answer and any content can be read", () => {
  for (const raw of [null, 3, [], { steps: "x" }, { steps: [null, 1, { scene: "constructor", choice: "name" }] }]) {
    assert.deepEqual(cleanDilemma(raw, content), { steps: [], again: null });
    assert.deepEqual(cleanDilemma(raw, {}), { steps: [], again: null });
  }
});

test("the story begins at start, or else at the first scene", () => {
  assert.equal(firstScene({ other: {}, start: {} }), "start");
  assert.equal(firstScene({ other: {} }), "other");
  assert.equal(firstScene({}), null);
});

test("going on takes a choice and a reason that is long enough", () => {
  assert.equal(lacking({ choice: "", motive: "een twee drie" }, 2), "choice");
  assert.equal(lacking({ choice: "take", motive: "een" }, 2), "motive");
  assert.equal(lacking({ choice: "take", motive: "een twee" }, 2), "");
  assert.equal(lacking({ choice: "take", motive: "" }, undefined), "");
});

test("what is filled in where one stands is part of the answer, until one goes on", () => {
  const draft = { choice: null, motive: "omdat ik" };
  const open = { steps: [], again: null };
  assert.deepEqual(cleanDilemma({ draft }, content), { ...open, draft });
  assert.deepEqual(cleanDilemma({ draft: { choice: "yes", motive: "" } }, content), open);
  assert.deepEqual(cleanDilemma({ draft: { choice: "take" } }, content), { ...open, draft: { choice: "take", motive: "" } });
  const there = { steps: [step("start", "take")], draft: { choice: "yes", motive: "" } };
  assert.deepEqual(cleanDilemma(there, content).draft, there.draft);
  const end = { steps: [step("start", "leave")], draft: { choice: "take", motive: "toch" } };
  assert.deepEqual(cleanDilemma(end, content).draft, end.draft);
  assert.equal(cleanDilemma({ ...end, again: { choice: "take", motive: "toch" } }, content).draft, undefined);
});
