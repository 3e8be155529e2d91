import { asText, fill, h, paragraphs, toggle } from "./dom.js";
import { asRecord } from "./values.js";
import { countWords } from "./words.js";

/** From how many words on an earlier text is folded at first. */
const LONG = 80;

/** What came along from an earlier answer, in a well-shaped one. */
export function cleanAlong(raw, content) {
  const text = content.takes_along ? asText(asRecord(raw).earlier) : "";
  return text ? { earlier: text } : {};
}

/** What goes along in an answer: the earlier text as it was found, or else as it is there already. */
export function along(content, found, answer) {
  return cleanAlong({ earlier: found || answer.earlier }, content);
}

/**
 * One's own earlier text beside a field: {node, along(), show(answer)}; `node` is null where nothing came before.
 * `take` puts it in the field, and `field` is where one goes on.
 */
export function earlierText({ content, t, uid, get, watch, answer, change, say, take, field }) {
  const sources = Object.values(asRecord(content.earlier));
  if (!sources.length) return { node: null, along: () => ({}), show() {} };
  const found = () => asText(asRecord(get("reaction")).earlier);
  const button = h("button", { type: "button", class: "ov-button ov-small", onclick: () => {
    take(shown());
    field.focus();
    say(t("Your earlier text is in the field now."));
  } }, t("Take over"));
  const text = h("div", { class: "ov-earlier-text" });
  const fold = h("details", { class: "ov-earlier-fold" }, h("summary", {}, t("What you wrote earlier")), text);
  const none = h("p", { class: "ov-help" }, notYet(sources.at(-1), t));
  const paste = content.takes_along ? pasteField({ t, uid, put: (earlier) => change({ ...answer(), earlier }) }) : null;
  const row = h("div", { class: "ov-row" }, button);
  const node = h("div", { class: "ov-earlier", role: "group", "aria-label": t("What you wrote earlier") }, fold, none, paste?.node, row);
  let last = "";

  function shown() {
    return found() || asText(answer().earlier);
  }

  function draw() {
    const now = shown();
    if (now !== last && found()) {
      fill(text, paragraphs(now));
      if (!last) fold.open = countWords(now) < LONG;
    }
    last = now;
    toggle(fold, found() !== "");
    toggle(none, found() === "");
    if (paste) {
      toggle(paste.node, found() === "");
      paste.show(asText(answer().earlier));
    }
    // Only an empty field takes it over: nothing that was written is overwritten.
    toggle(row, now.trim() !== "" && asText(answer().text).trim() === "");
  }

  watch("reaction", draw);
  return { node, along: () => along(content, found(), answer()), show: draw };
}

function notYet(where, t) {
  return where
    ? t("Nothing was found of what you wrote earlier. You write it in “{where}”.", { where })
    : t("You have not written anything yet that this goes on from. You do that higher up on this page.");
}

function pasteField({ t, uid, put }) {
  const id = `${uid}-earlier`;
  const field = h("textarea", { class: "ov-text ov-paste", id, rows: 3, oninput: () => put(field.value) });
  return {
    node: h("div", {}, h("label", { class: "ov-label", for: id }, t("Or paste your earlier text here")), field),
    show(text) {
      if (field.value !== text && field.value.trim() !== text.trim()) field.value = text;
    },
  };
}
