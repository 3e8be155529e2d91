import { asText, h, paragraphs } from "../../view/frontend/dom.js";
import { material } from "../../view/frontend/material.js";
import { asRecord } from "../../view/frontend/values.js";

/** What one reads and sees of a situation. */
export function situation(given) {
  const scene = asRecord(given);
  return [paragraphs(asText(scene.text)), scene.material ? material(scene.material) : null];
}

/** A situation, as far as one has come: `number` counts the steps. */
export function sceneNode(scene, number, t) {
  return h("div", { class: "ov-situation", tabindex: "-1", role: "group", "aria-label": t("Situation {n}", { n: number }) },
    h("p", { class: "ov-label", "aria-hidden": "true" }, t("Situation {n}", { n: number })), situation(scene));
}

/** A step that is behind one, folded to the line of its choice; `more` stands within it too. */
export function stepNode({ option, motive }, number, scene, t, ...more) {
  return h("details", { class: "ov-chosen-step" },
    h("summary", {}, h("span", { class: "ov-key", "aria-hidden": "true" }, number),
      h("span", {}, h("span", { class: "ov-sr" }, `${t("Choice {n}", { n: number })}: `), asText(option.text))),
    h("div", { class: "ov-past" }, situation(scene)), reasonNode(motive, t), more);
}

function reasonNode(motive, t) {
  return motive ? h("p", {}, h("span", { class: "ov-label" }, t("Your reason")), " ", motive) : null;
}

/** What a choice does, a column for each person, and how the case ends if it ends here; null when there is neither. */
export function outcomeNode(option, t) {
  const parties = Object.entries(asRecord(option.consequences));
  const ending = asText(option.ending);
  if (!parties.length && !ending) return null;
  return h("div", { class: "ov-outcome", tabindex: "-1", role: "group", "aria-label": t("What follows") },
    h("p", { class: "ov-label", "aria-hidden": "true" }, t("What follows")),
    parties.length ? h("dl", {}, parties.map(([party, text]) => h("div", {}, h("dt", {}, party), h("dd", {}, asText(text))))) : null,
    ending ? h("div", { class: "ov-ending" }, h("p", { class: "ov-label" }, t("How it ends")), paragraphs(ending)) : null);
}

export function ruleNode(given, t) {
  const { text, basis, date } = asRecord(given);
  if (!asText(text)) return null;
  return h("div", { class: "ov-rule", tabindex: "-1", role: "group", "aria-label": t("The rule") },
    h("p", { class: "ov-label" }, t("The rule")), paragraphs(text),
    h("p", { class: "ov-basis" }, [asText(basis), asText(date)].filter(Boolean).join(" · ")),
    h("p", { class: "ov-basis" }, t("This is not legal advice.")));
}

/** The first and the second choice beside each other, each with its `option` and `motive`. */
export function compareNode(first, second, t) {
  const column = (title, { option, motive }) => h("div", {},
    h("p", { class: "ov-label" }, title), h("p", { class: "ov-picked" }, asText(option.text)), reasonNode(motive, t));
  return h("div", { class: "ov-compare", tabindex: "-1", role: "group", "aria-label": t("Your two choices") },
    h("div", { class: "ov-pair" }, column(t("First you chose"), first), column(t("Now you choose"), second)),
    h("p", {}, first.choice === second.choice ? t("You stand by your first choice.") : t("You choose differently than at first.")));
}
