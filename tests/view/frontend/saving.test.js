import { beforeEach, describe, mock, test } from "node:test";
import assert from "node:assert/strict";
import { saver } from "../../../course/view/frontend/saving.js";

let sent, states, saving;

function start(send = (message) => sent.push(message)) {
  sent = [];
  states = [];
  saving = saver({ send, show: (state) => states.push(state.state) });
}

/** The other side says that it kept the message with this number. */
const kept = (seq) => saving.reply({ seq, state: "saved", time: "14:02" });

describe("saving", () => {
  beforeEach(() => {
    mock.timers.reset();
    mock.timers.enable({ apis: ["setTimeout"] });
    start();
  });

  test("says saved only after the reply", () => {
    saving.put("a");
    assert.deepEqual(states, ["saving"]);
    kept(1);
    assert.deepEqual(states, ["saving", "saved"]);
    assert.equal(saving.busy(), false);
  });

  test("keeps one message under way, and of the rest only the newest", () => {
    for (const answer of ["a", "b", "c"]) saving.put(answer);
    assert.deepEqual(sent.map(({ answer }) => answer), ["a"]);
    kept(1);
    assert.deepEqual(sent.map(({ answer }) => answer), ["a", "c"]);
    assert.ok(!states.includes("saved"));
    kept(2);
    assert.equal(states.at(-1), "saved");
  });

  test("a check that has to wait stays a check, with the newest answer", () => {
    saving.put("a");
    saving.check("b");
    saving.put("c");
    kept(1);
    assert.deepEqual(sent.at(-1), { type: "check", seq: 2, answer: "c" });
  });

  test("shows a refusal and goes on with the next answer", () => {
    saving.put("a");
    saving.reply({ seq: 1, state: "refused", message: "te lang" });
    assert.equal(states.at(-1), "refused");
    saving.put("b");
    assert.equal(sent.at(-1).answer, "b");
  });

  test("shows unkept", () => {
    saving.put("a");
    saving.reply({ seq: 1, state: "unkept", message: "geen plek" });
    assert.equal(states.at(-1), "unkept");
  });

  test("what was unkept and is kept later is called saved, without a word from the view", () => {
    saving.put("a");
    saving.reply({ seq: 1, state: "unkept", message: "de schijf is vol" });
    assert.equal(saving.busy(), false);
    kept(1);
    assert.deepEqual(states, ["saving", "unkept", "saved"]);
    assert.equal(sent.length, 1);
  });

  test("an older answer that is kept later does not make a newer one saved", () => {
    saving.put("a");
    saving.reply({ seq: 1, state: "unkept", message: "de schijf is vol" });
    saving.put("b");
    kept(1);
    assert.deepEqual(states, ["saving", "unkept", "saving"]);
    kept(2);
    assert.equal(states.at(-1), "saved");
  });

  test("without a reply it says lost, tries the newest again every three seconds, and recovers", () => {
    saving.put("a");
    mock.timers.tick(4999);
    assert.equal(states.at(-1), "saving");
    mock.timers.tick(1);
    assert.equal(states.at(-1), "lost");
    saving.put("b");
    mock.timers.tick(3000);
    assert.equal(sent.at(-1).answer, "b");
    mock.timers.tick(3000);
    assert.equal(sent.at(-1).answer, "b");
    assert.equal(states.filter((state) => state === "lost").length, 1);
    kept(sent.at(-1).seq);
    assert.equal(states.at(-1), "saved");
    const count = sent.length;
    mock.timers.tick(10000);
    assert.equal(sent.length, count);
  });

  test("a late reply to an earlier try with the same answer counts", () => {
    saving.put("a");
    mock.timers.tick(8000);
    assert.ok(sent.length > 1);
    kept(1);
    assert.equal(states.at(-1), "saved");
  });

  test("a late reply to an older answer does not count for a newer one", () => {
    saving.put("a");
    mock.timers.tick(5000);
    saving.put("b");
    mock.timers.tick(3000);
    kept(1);
    assert.equal(states.at(-1), "lost");
    kept(sent.at(-1).seq);
    assert.equal(states.at(-1), "saved");
  });

  test("a check that got lost is tried again as a check, also when the answer changed", () => {
    saving.check("a");
    mock.timers.tick(5000);
    saving.put("b");
    mock.timers.tick(3000);
    assert.equal(sent.at(-1).type, "check");
    assert.equal(sent.at(-1).answer, "b");
  });

  test("sending that throws is a lost connection, not an error", () => {
    let dead = true;
    start((message) => {
      if (dead) throw new Error("comm is gone");
      sent.push(message);
    });
    saving.put("a");
    assert.equal(states.at(-1), "lost");
    dead = false;
    mock.timers.tick(3000);
    kept(sent.at(-1).seq);
    assert.equal(states.at(-1), "saved");
  });

  test("another view's reply is shown when at rest, and ignored while sending", () => {
    saving.reply({ seq: 900, state: "saved", time: "14:00" });
    assert.deepEqual(states, ["saved"]);
    saving.put("a");
    saving.reply({ seq: 901, state: "saved", time: "14:01" });
    assert.deepEqual(states, ["saved", "saving"]);
  });

  test("a view that is gone tries no more", () => {
    saving.put("a");
    saving.stop();
    mock.timers.tick(60000);
    assert.equal(sent.length, 1);
  });
});
