import { h, paragraphs } from "../../view/frontend/dom.js";

/** An A4 sheet within its margins, in millimetres. */
const WIDTH = 178, HEIGHT = 267;
/** From the size of a letter down to what can still be read, in points. */
const LARGEST = 10.5, SMALLEST = 7, STEP = 0.25;
const PIXELS = 96 / 25.4;

/** A sheet of paper: one page as long as it fits, the versions beside each other. */
const PAPER = `
  @page { size: A4; margin: 15mm 16mm; }
  body { max-width: ${WIDTH}mm; margin: 0; color: #1b1f24; font: ${LARGEST}pt/1.4 system-ui, sans-serif; overflow-wrap: break-word; }
  h1, h2 { font-family: "Iowan Old Style", Charter, Georgia, serif; line-height: 1.25; break-after: avoid; }
  h1 { margin: 0 0 .8em; font-size: 1.9em; line-height: 1; }
  h2 { margin: 1em 0 .4em; padding-top: .4em; border-top: 0.5pt solid #767b82; font-size: 1.24em; }
  p { margin: 0 0 .5em; white-space: pre-line; }
  ol { display: grid; grid-template-columns: repeat(auto-fit, minmax(44mm, 1fr)); gap: .6em 4mm; margin: 0; padding: 0; list-style: none; }
  li { break-inside: avoid; }
  .when { color: #51575f; font-size: .86em; }
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

/** Smaller letters until all of it fits on one sheet, where that is possible. */
function fit({ body }) {
  for (let size = LARGEST; size >= SMALLEST && body.getBoundingClientRect().height > HEIGHT * PIXELS; size -= STEP) {
    body.style.fontSize = `${size}pt`;
  }
}

/** Put the page before the printer, from a frame that nobody sees and that goes again. */
export function print(page) {
  const frame = h("iframe", { class: "ov-paper", "aria-hidden": "true", tabindex: "-1", style: "position:fixed;left:-250mm;width:210mm;height:297mm;border:0" });
  document.body.append(frame);
  fillPaper(frame.contentDocument, page);
  fit(frame.contentDocument);
  frame.contentWindow.addEventListener("afterprint", () => frame.remove());
  frame.contentWindow.focus();
  frame.contentWindow.print();
}
