import { exercise } from "../../view/frontend/exercise.js";
import { asText, fill, h, paragraphs, toggle } from "../../view/frontend/dom.js";
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

function drawChoose({ content, t, uid, body, answer, change, slot, get, watch }) {
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
  const before = firstThought({ t, get, watch, answer, options });
  body.append(...(Object.keys(asRecord(content.earlier)).length ? [h("div", { class: "ov-columns" }, choices, before.node)] : [choices]), sureness);

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
    before.show();
  };
}

/** What one chose at first, beside what one chooses now: {node, show()}. */
function firstThought({ t, get, watch, answer, options }) {
  const text = h("div", { class: "ov-earlier-text" });
  const moved = h("p", { class: "ov-label" });
  const node = h("div", { class: "ov-earlier" }, h("p", { class: "ov-label" }, t("Then you chose")), text, moved);
  function show() {
    const then = asText(asRecord(get("reaction")).earlier);
    const now = options.filter(({ id }) => answer().chosen.includes(id)).map((option) => option.text).join("\n");
    toggle(node, then !== "");
    fill(text, paragraphs(then));
    moved.textContent = now === then ? t("You think the same now.") : t("You think differently now.");
    toggle(moved, now !== "");
  }
  watch("reaction", show);
  return { node, show };
}

function missingChoice({ chosen }, t) {
  return chosen.length ? "" : t("Choose an answer first.");
}

export default exercise({
  name: "choose", clean: cleanChoose, draw: drawChoose, missing: missingChoice, part: ({ chosen }, option) => chosen.includes(option),
  commit: (content, t) => (content.guesses ? null : [t("This is my choice"), t("Your choice stands")]),
});
