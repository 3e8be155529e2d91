import { exercise } from "../../view/frontend/exercise.js";
import { asText, h } from "../../view/frontend/dom.js";
import { dial, numberWriter } from "../../view/frontend/dial.js";
import { cleanSteps, stepList } from "../../view/frontend/steps.js";
import { asRecord } from "../../view/frontend/values.js";

/** Whether an order is predicted, and not a number. */
function isOrder(content) {
  return Object.keys(asRecord(content.things)).length > 0;
}

/** A well-shaped answer: a number within the range, or known things, each once. */
export function cleanPrediction(raw, content) {
  const { guess, order } = asRecord(raw);
  if (isOrder(content)) return { order: cleanSteps(order, content.things) };
  return { guess: Number.isFinite(guess) && content.low <= guess && guess <= content.high ? guess : null };
}

function drawPrediction({ content, t, uid, body, answer, change, say, slot }) {
  if (isOrder(content)) {
    const list = stepList({
      texts: content.things, uid, t, say, slot, order: () => answer().order, put: (order) => change({ order }),
    });
    body.append(h("p", { class: "ov-label" }, t("Your prediction, from most to least")), list.node);
    return ({ order }, locked) => list.show(order, locked);
  }
  const guess = dial({
    ...content, label: t("Your prediction"), empty: t("not filled in yet"),
    written: numberWriter(asText(content.language) || "nl", t), put: (value) => change({ guess: value }),
  });
  body.append(guess.node);
  return (now, locked) => {
    guess.show(now.guess);
    guess.input.disabled = locked;
  };
}

/** What a prediction still lacks. An order always stands; a slider that was not moved says nothing. */
export function missingPrediction({ guess }, t) {
  return guess === null ? t("Make a prediction first: move the slider.") : "";
}

export default exercise({
  name: "prediction", clean: cleanPrediction, draw: drawPrediction, missing: missingPrediction,
});
