import { exercise } from "../../view/frontend/exercise.js";
import { h } from "../../view/frontend/dom.js";
import { asRecord, has, keep, put } from "../../view/frontend/values.js";

/** Texts longer than this are listed with a letter, because a closed list would cut them off. */
const LONG = 45;

/** A well-shaped answer: known left items with known right items. */
export function cleanMatch(raw, content) {
  return { pairs: keep(asRecord(raw).pairs, (left, right) => has(content.left, left) && has(content.right, right)) };
}

/** Ids in an order that is the same every time but says nothing about the order they were written in. */
export function shuffled(ids, seed) {
  return ids.map((id) => [scramble(`${seed} ${id}`), id]).sort(([a], [b]) => a - b).map(([, id]) => id);
}

/** A small hash (FNV-1a with a final mix): alike ids land far apart. */
function scramble(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function drawMatch({ content, t, uid, body, answer, change }) {
  const right = asRecord(content.right);
  const order = shuffled(Object.keys(right), String(content.id));
  const lettered = Object.values(right).some((text) => String(text).length > LONG);
  const name = (id, at) => (lettered ? `${String.fromCharCode(65 + at)}. ${right[id]}` : String(right[id]));
  const rows = Object.entries(asRecord(content.left)).map(([id, text]) => {
    const select = h("select", {
      class: "ov-select", id: `${uid}-${id}`, onchange: () => change({ pairs: put(answer().pairs, id, select.value) }),
    }, h("option", { value: "" }, t("Choose…")), order.map((to, at) => h("option", { value: to }, name(to, at))));
    return { id, select, node: h("div", { class: "ov-pair" }, h("label", { for: select.id }, String(text)), select) };
  });
  if (lettered) {
    body.append(h("p", { class: "ov-label" }, t("To choose from")),
      h("ol", { class: "ov-letters" }, order.map((id) => h("li", {}, String(right[id])))));
  }
  body.append(h("div", { class: "ov-pairs" }, rows.map(({ node }) => node)));

  return ({ pairs }) => {
    for (const { id, select } of rows) select.value = pairs[id] ?? "";
  };
}

export default exercise({ name: "match", clean: cleanMatch, draw: drawMatch });
