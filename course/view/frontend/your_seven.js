import { fill, h } from "./dom.js";
import { sevenNode } from "./seven.js";
import { asRecord, translator } from "./values.js";

/** Milliseconds after which what was kept is counted. */
const PAUSE = 700;

function openSeven({ model, el }) {
  const t = translator(asRecord(asRecord(model.get("content")).strings));
  const root = h("div", { class: "ov-exercise ov-your-seven", role: "group", "aria-label": t("Your seven") });
  let waiting;

  function show() {
    fill(root, h("p", { class: "ov-label" }, t("Your seven: a ring for each principle, an arc for each part of its lesson")),
      sevenNode(model.get("seven"), t));
  }

  function ask() {
    clearTimeout(waiting);
    waiting = setTimeout(() => model.send({ type: "count" }), PAUSE);
  }

  show();
  el.append(root);
  model.on("change:seven", show);
  document.addEventListener("ov-saved", ask); // also of a lesson beside it
  window.addEventListener("focus", ask);
  return () => {
    clearTimeout(waiting);
    model.off("change:seven", show);
    document.removeEventListener("ov-saved", ask);
    window.removeEventListener("focus", ask);
  };
}

export default { render: openSeven };
