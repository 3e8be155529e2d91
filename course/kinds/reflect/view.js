import { exercise } from "../../view/frontend/exercise.js";
import { asText, h } from "../../view/frontend/dom.js";
import { asList, asRecord } from "../../view/frontend/values.js";
import { cleanAlong, earlierText } from "../../view/frontend/earlier.js";
import { cleanCompared, comparison } from "../../view/frontend/compared.js";
import { textField } from "../../view/frontend/field.js";

/** A well-shaped answer: a text, and where it is handed in the one that it goes on from. */
export function cleanReflect(raw, content = {}) {
  return { text: asText(asRecord(raw).text), ...cleanAlong(raw, content), ...cleanCompared(raw, content) };
}

function drawReflect({ content, t, uid, body, answer, change, say, get, watch }) {
  const guide = asList(content.guide).map(asText).filter(Boolean);
  const edit = (text) => change({ ...answer(), text, ...earlier.along() });
  const text = textField({ uid, t, label: t("Your answer"), rows: 7, least: content.min_words, oninput: edit });
  const earlier = earlierText({ content, t, uid, get, watch, answer, change, say, take: edit, field: text.field });
  const compared = comparison({ content, t, uid, get, watch, answer, change, say });
  const asked = guide.length ? h("ul", { class: "ov-guide" }, guide.map((line) => h("li", {}, line))) : null;
  const own = h("div", { class: "ov-own" }, asked, text.nodes);
  body.append(earlier.node ? h("div", { class: "ov-columns" }, earlier.node, own) : own, ...[compared.node].filter(Boolean));
  return (now) => {
    text.show(now.text);
    earlier.show();
    compared.show(now);
  };
}

export default exercise({ name: "reflect", clean: cleanReflect, draw: drawReflect });
