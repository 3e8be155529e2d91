import { exercise } from "../../view/frontend/exercise.js";
import { asText, fill, h } from "../../view/frontend/dom.js";
import { dial, numberWriter } from "../../view/frontend/dial.js";
import { asList, asRecord, same } from "../../view/frontend/values.js";

/** A well-shaped answer: an estimate, and what was answered in both tests. */
export function cleanLookback(raw, content = {}) {
  const { guess, taken } = asRecord(raw);
  return { guess: Number.isInteger(guess) && guess >= 0 && guess <= content.most ? guess : null, taken: asRecord(taken) };
}

/** Of each test its title, how many of its questions are answered, and how many it has. */
export function howFar(content, taken) {
  return asList(content.tests).map(asRecord).map(({ title, items }) => ({
    title: asText(title), done: asList(items).filter((id) => Object.hasOwn(taken, id)).length, of: asList(items).length,
  }));
}

function drawLookback({ content, t, body, answer, change, get, watch }) {
  let locked = false;
  const found = () => asRecord(asRecord(get("reaction")).taken);
  const guess = dial({
    label: t("Your estimate"), low: 0, high: Math.max(1, content.most), empty: t("not filled in yet"),
    written: numberWriter(asText(content.language) || "nl", t), put: (value) => change({ guess: value, taken: found() }),
  });
  const progress = h("ul", { class: "ov-row-list", role: "list" });
  body.append(progress, guess.node);

  function show() {
    const taken = locked ? answer().taken : found();
    fill(progress, howFar(content, taken).map(({ title, done, of }) => h("li", {}, t("{title}: {done} of {of} answered", { title, done, of }))));
  }

  watch("reaction", () => {
    // What is answered meanwhile comes along, until one commits to the estimate.
    if (!locked && answer().guess !== null && !same(found(), answer().taken)) change({ ...answer(), taken: found() });
    show();
  });
  return (now, isLocked) => {
    locked = isLocked;
    guess.show(now.guess);
    guess.input.disabled = locked;
    show();
  };
}

/** What is still to do before one can look back. */
export function missingLookback({ guess, taken }, t, content) {
  const last = howFar(content, taken).at(-1);
  if (guess === null) return t("Make an estimate first: move the slider.");
  return last && last.done < last.of ? t("First answer every question of this test: {n} to go.", { n: last.of - last.done }) : "";
}

export default exercise({
  name: "lookback", clean: cleanLookback, draw: drawLookback, missing: missingLookback,
  commit: (_content, t) => [t("Lay both tests side by side"), t("Your answers are recorded")],
});
