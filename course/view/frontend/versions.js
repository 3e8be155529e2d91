import { asText, h, paragraphs } from "./dom.js";

/** Versions of one text side by side, the newest last; each has a `title`, or none when it stands on this page. */
export function versionColumns(versions, t) {
  return h("ol", { class: "ov-version-columns", role: "list" }, versions.map(({ title, text }) => h("li", {},
    h("p", { class: "ov-label" }, asText(title) || t("Earlier on this page")), paragraphs(asText(text)))));
}
