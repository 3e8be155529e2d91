import { h, setText } from "./dom.js";
import { countWords } from "./words.js";

/**
 * A labelled field for text with a word count: {nodes, field, show(text)}.
 * The count is described to, but not pushed at, a screen reader.
 */
export function textField({ uid, label, rows, least, t, oninput }) {
  const id = `${uid}-text`;
  const count = h("p", { class: "ov-count", id: `${id}-count` });
  const field = h("textarea", {
    class: "ov-text", id, rows, "aria-describedby": count.id, oninput: () => oninput(field.value),
  });
  return {
    nodes: [h("label", { class: "ov-label", for: id }, label), field, count],
    field,
    show(text) {
      setText(field, text);
      count.textContent = countText(text, least, t);
      count.toggleAttribute("data-enough", Boolean(least) && countWords(text) >= least);
    },
  };
}

/** "Words: 12 (at least 30)", with a tick once there are enough. */
export function countText(text, least, t) {
  const n = countWords(text);
  if (!least) return t("Words: {n}", { n });
  return `${t("Words: {n} (at least {least})", { n, least })}${n >= least ? " ✓" : ""}`;
}
