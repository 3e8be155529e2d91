import { exercise } from "../../view/frontend/exercise.js";
import { h, toggle } from "../../view/frontend/dom.js";
import { asList, asRecord } from "../../view/frontend/values.js";

/** How sure one can be, in the words of the page. */
const confidenceLevels = (t) => ({ guess: t("A guess"), think: t("I think so"), sure: t("Certain") });

/** A well-shaped answer: known options in the order of the content, one at most unless many are allowed. */
export function cleanChoose(raw, content) {
  const { chosen, confidence } = asRecord(raw);
  const known = Object.keys(asRecord(content.options)).filter((id) => asList(chosen).includes(id));
  return {
    chosen: content.many ? known : known.slice(0, 1),
    confidence: ["guess", "think", "sure"].includes(confidence) ? confidence : null,
  };
}

function drawChoose({ content, t, uid, body, change, slot }) {
  const many = Boolean(content.many);
  const options = Object.entries(asRecord(content.options)).map(([id, text]) => ({
    id, text: String(text),
    input: h("input", { type: many ? "checkbox" : "radio", name: `${uid}-option`, onchange: choose }), verdict: slot(id),
  }));
  const levels = Object.entries(confidenceLevels(t)).map(([id, text]) => ({
    id, text, input: h("input", { type: "radio", name: `${uid}-sure`, onchange: choose }),
  }));
  const row = ({ input, text, verdict }) => [h("label", { class: "ov-option" }, input, h("span", {}, text)), verdict];
  const choices = h("fieldset", { class: "ov-fieldset" },
    h("legend", { class: "ov-label" }, many ? t("Choose everything that fits") : t("Choose one answer")),
    options.map(row));
  const sureness = h("fieldset", { class: "ov-fieldset ov-confidence" },
    h("legend", { class: "ov-label" }, t("How sure are you?")), h("div", { class: "ov-levels" }, levels.map(row)));
  toggle(sureness, content.confidence !== false);
  body.append(choices, sureness);

  function choose() {
    change({
      chosen: options.filter(({ input }) => input.checked).map(({ id }) => id),
      confidence: levels.find(({ input }) => input.checked)?.id ?? null,
    });
  }

  return ({ chosen, confidence }, locked) => {
    for (const { id, input } of options) input.checked = chosen.includes(id);
    for (const { id, input } of levels) input.checked = id === confidence;
    choices.disabled = sureness.disabled = locked;
  };
}

function missingChoice({ chosen }, t) {
  return chosen.length ? "" : t("Choose an answer first.");
}

export default exercise({
  name: "choose", clean: cleanChoose, draw: drawChoose, missing: missingChoice, part: ({ chosen }, option) => chosen.includes(option),
});
