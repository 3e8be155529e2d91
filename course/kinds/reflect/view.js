import { exercise } from "../../view/frontend/exercise.js";
import { asText, h } from "../../view/frontend/dom.js";
import { asList, asRecord } from "../../view/frontend/values.js";
import { textField } from "../../view/frontend/field.js";

/** A well-shaped answer: a text. */
export function cleanReflect(raw) {
  return { text: asText(asRecord(raw).text) };
}

function drawReflect({ content, t, uid, body, change }) {
  const guide = asList(content.guide).map(asText).filter(Boolean);
  const text = textField({
    uid, t, label: t("Your answer"), rows: 7, least: content.min_words, oninput: (value) => change({ text: value }),
  });
  body.append(...(guide.length ? [h("ul", { class: "ov-guide" }, guide.map((line) => h("li", {}, line)))] : []), ...text.nodes);
  return (answer) => text.show(answer.text);
}

export default exercise({ name: "reflect", clean: cleanReflect, draw: drawReflect });
