import { asText, fill, h, paragraphs, toggle } from "./dom.js";
import { asList, asRecord, has, keep, put } from "./values.js";

const ratings = (t) => [["nothing", t("not yet")], ["half", t("half")], ["full", t("fully")]];

/** What was asked for and how one rated oneself, in a well-shaped answer. */
export function cleanCompared(raw, content) {
  const { example, rating } = asRecord(raw);
  const lines = content.rates_itself ? asList(content.rubric) : [];
  const kept = keep(rating, (at, how) => has({ ...lines }, at) && ["nothing", "half", "full"].includes(how));
  return {
    ...(content.has_example && example === true ? { example } : {}),
    ...(Object.keys(kept).length ? { rating: kept } : {}),
  };
}

/** Two buttons below one's own answer, once that is kept: a model with notes, and the rubric: {node, show(answer)}. */
export function comparison({ content, t, uid, get, watch, answer, change, say }) {
  if (!content.has_example && !content.rates_itself) return { node: null, show() {} };
  const model = h("div", { class: "ov-model", id: `${uid}-model`, role: "group", "aria-label": t("A model"), tabindex: "-1" });
  const rubric = ratingForm({ content, t, uid, answer, change });
  const opens = (label, panel, onopen) => {
    const button = h("button", { type: "button", class: "ov-button", "aria-expanded": "false", "aria-controls": panel.id, onclick: () => {
      const isOpen = button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", String(isOpen));
      onopen(isOpen);
    } }, label);
    return button;
  };
  let sees = false; // whether the model is open
  let asked = false; // whether it was opened here, so that its coming is told
  const ask = opens(t("Show a model"), model, (isOpen) => {
    sees = asked = isOpen;
    if (isOpen && !answer().example) change({ ...answer(), example: true });
    draw();
  });
  const rate = opens(t("Rate your own text"), rubric.node, (isOpen) => toggle(rubric.node, isOpen));
  const row = h("div", { class: "ov-row" }, content.has_example ? ask : null, content.rates_itself ? rate : null);
  const node = h("div", { class: "ov-compared" }, row, model, rubric.node);
  toggle(rubric.node, false);

  function draw() {
    const { is_kept: isKept, example, notes } = asRecord(get("reaction"));
    toggle(node, Boolean(isKept || answer().example || answer().rating));
    toggle(model, sees && Boolean(example));
    if (!model.firstChild && asText(example)) fill(model, modelNodes(asText(example), asList(notes).map(asText), t));
    if (asked && sees && asText(example)) say(t("The model stands below your text."));
    asked &&= !asText(example);
  }

  watch("reaction", draw);
  return {
    node,
    show(now) {
      rubric.show(asRecord(now.rating));
      draw();
    },
  };
}

/** The model text with a number at each place that has a note, and the notes in its margin. */
function modelNodes(text, notes, t) {
  const marked = (line) => line.split(/(\[\d+\])/).map((part) =>
    (/^\[\d+\]$/.test(part) ? h("sup", {}, part.slice(1, -1)) : part));
  return [h("div", { class: "ov-model-text" }, paragraphs(text).map((p) => h("p", {}, marked(p.textContent)))),
    notes.length ? h("ol", { class: "ov-notes", "aria-label": t("Notes") }, notes.map((note) => h("li", {}, note))) : null];
}

function ratingForm({ content, t, uid, answer, change }) {
  const lines = asList(content.rubric).map(asText).map((line, at) => {
    const inputs = ratings(t).map(([how, word]) => ({ how, input: h("input", {
      type: "radio", name: `${uid}-rate-${at}`, onchange: () => change({ ...answer(), rating: put(asRecord(answer().rating), at, how) }),
    }), word }));
    const node = h("fieldset", { class: "ov-fieldset" }, h("legend", {}, line),
      h("div", { class: "ov-levels" }, inputs.map(({ input, word }) => h("label", { class: "ov-option" }, input, h("span", {}, word)))));
    return { at, inputs, node };
  });
  return {
    node: h("div", { class: "ov-rating", id: `${uid}-rating`, role: "group", "aria-label": t("Rate your own text") }, lines.map(({ node }) => node)),
    show(rating) {
      for (const { at, inputs } of lines) for (const { how, input } of inputs) input.checked = rating[at] === how;
    },
  };
}
