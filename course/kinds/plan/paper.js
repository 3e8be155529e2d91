import { h, paragraphs } from "../../view/frontend/dom.js";

/** A sheet of paper: one page as long as it fits, the versions beside each other. */
const PAPER = `
  @page { size: A4; margin: 15mm 16mm; }
  body { margin: 0; color: #1b1f24; font: 10.5pt/1.45 system-ui, sans-serif; overflow-wrap: break-word; }
  h1, h2 { font-family: "Iowan Old Style", Charter, Georgia, serif; line-height: 1.25; break-after: avoid; }
  h1 { margin: 0 0 3mm; font-size: 20pt; }
  h2 { margin: 6mm 0 2mm; padding-top: 2mm; border-top: 0.5pt solid #767b82; font-size: 13pt; }
  p { margin: 0 0 2mm; white-space: pre-line; }
  ol { display: grid; grid-template-columns: repeat(auto-fit, minmax(50mm, 1fr)); gap: 4mm; margin: 0; padding: 0; list-style: none; }
  li { break-inside: avoid; }
  .when { color: #51575f; font-size: 9pt; }
`;

/** The page for a printer, as a document of its own: what is on screen around it is not on it. */
export function fillPaper(paper, { title, when, text, parts }) {
  paper.title = title;
  paper.head.append(h("style", {}, PAPER));
  paper.body.append(h("h1", {}, title), ...paragraphs(text),
    ...parts.filter(({ entries }) => entries.length).flatMap(({ heading, entries }) => [h("h2", {}, heading),
      h("ol", {}, entries.map((entry) => h("li", {}, entry.title ? h("p", { class: "when" }, entry.title) : "", paragraphs(entry.text))))]),
    h("p", { class: "when" }, when));
}

/** Put the page before the printer, from a frame that nobody sees and that goes again. */
export function print(page) {
  const frame = h("iframe", { class: "ov-paper", "aria-hidden": "true", tabindex: "-1", style: "position:fixed;width:0;height:0;border:0" });
  document.body.append(frame);
  fillPaper(frame.contentDocument, page);
  frame.contentWindow.addEventListener("afterprint", () => frame.remove());
  frame.contentWindow.focus();
  frame.contentWindow.print();
}
