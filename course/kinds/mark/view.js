import { exercise } from "../../view/frontend/exercise.js";
import { fill, h, paragraphs } from "../../view/frontend/dom.js";
import { asList, asRecord } from "../../view/frontend/values.js";
import { verdictNodes } from "../../view/frontend/verdicts.js";
import { material } from "../../view/frontend/material.js";
import { sentenceText } from "./sentences.js";
import { cleanMark, markAt, markId, markOf, switchMark, withoutMark, wordLines } from "./marks.js";

function drawMark({ content, t, uid, body, answer, change, say, slot, items }) {
  const labels = Object.entries(asRecord(content.labels)).map(([id, text], at) => ({
    id, text: String(text), letter: String.fromCharCode(65 + at), style: at % 5,
  }));
  const lines = wordLines(String(content.text ?? ""));
  const words = lines.flat(2);
  let label = labels[0];
  let cursor = 0;
  let anchor = null; // where a stretch of words started, while one is being chosen

  const pens = h("fieldset", { class: "ov-fieldset ov-pens" }, h("legend", { class: "ov-label" }, t("Mark as")),
    h("div", { class: "ov-levels" }, labels.map((each) => h("label", { class: "ov-option" },
      h("input", { type: "radio", name: `${uid}-pen`, checked: each === label, onchange: () => (label = each) }),
      h("span", {}, sign(each), ` ${each.text}`)))));
  const bySentence = asList(content.sentences).length > 0;
  const help = h("p", { class: "ov-help" }, bySentence ? t("Click a sentence to mark or unmark it.") : t("Click a word or drag over several."),
    " ", h("span", { class: "ov-keys", id: `${uid}-help` }, bySentence ? t("With the keyboard: Tab to walk, Enter to mark or unmark.")
      : t("With the keyboard: arrow keys to walk, Shift with arrow keys for several words, Enter to mark or unmark.")));
  const nodes = words.map(({ at, word }) => h("span", { class: "ov-word", role: "option", "data-at": at }, word));
  const gaps = words.map(() => h("span", { class: "ov-gap", role: "presentation" }, " "));
  const text = h("div", {
    class: "ov-words", role: "listbox", "aria-multiselectable": "true", "aria-label": t("The text, word by word"),
    "aria-describedby": `${uid}-help`, onkeydown: key, onpointerdown: press,
  }, lines.map((part) => h("p", { role: "presentation" }, part.map((line, n) => [
    n ? h("br", { role: "presentation" }) : null, line.map(({ at }) => [nodes[at], gaps[at]]),
  ]))));
  const list = h("ul", { class: "ov-marks", role: "list" });
  const title = h("p", { class: "ov-label", tabindex: "-1" });
  // A screen reader takes a listbox as one control: for reading, the text stands there as plain text too.
  const plain = h("div", { class: "ov-sr" }, paragraphs(content.text));
  const sentences = bySentence ? sentenceText({
    content, t, helpId: `${uid}-help`, lines, labels, answer, items, missed: missedMarks, sign, judged, act,
  }) : null;
  const marked = sentences ? [sentences.node] : [plain, text];
  body.append(pens, help, ...(content.around ? [material(content.around, marked)] : marked), title, list);

  function sign(of) {
    return h("span", { class: "ov-sign", "aria-hidden": "true" }, of.letter);
  }

  /** The passages that were overlooked, once they may be known. */
  function missedMarks() {
    return items().filter(({ verdict }) => verdict === "missed").map(({ id }) => markOf(id)).filter(Boolean);
  }

  function judged(verdict) {
    const [mark] = asList(asRecord(content.verdicts)[verdict]);
    return mark ? h("span", { class: "ov-judged", "data-verdict": verdict, "aria-hidden": "true" }, mark) : null;
  }

  function quote({ from, to }) {
    return words.slice(from, to + 1).map(({ word }) => word).join(" ");
  }

  function act(from, to) {
    anchor = null;
    if (!label) return;
    const before = answer().marks;
    const marks = switchMark(before, from, to, label.id);
    change({ marks });
    const passage = quote({ from: Math.min(from, to), to: Math.max(from, to) });
    say(markAt(marks, from) ? t("Marked as {label}: “{words}”", { label: label.text, words: passage })
      : t("No longer marked: “{words}”", { words: quote(markAt(before, from)) }));
  }

  function remove(mark) {
    const at = answer().marks.indexOf(mark);
    change({ marks: withoutMark(answer().marks, mark.from) });
    say(t("No longer marked: “{words}”", { words: quote(mark) }));
    (list.querySelectorAll("button")[at] ?? list.querySelector("li:last-child button") ?? title).focus();
  }

  function key(event) {
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1, Home: -words.length, End: words.length };
    if (event.key in steps) {
      const to = Math.min(words.length - 1, Math.max(0, cursor + vertical(event.key, steps[event.key])));
      anchor = event.shiftKey ? anchor ?? cursor : null;
      walk(to);
    } else if (event.key === "Enter" || event.key === " ") act(anchor ?? cursor, cursor);
    else if (event.key === "Escape" && anchor !== null) {
      anchor = null;
      paint();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Up and down go to the nearest word of the line above or below, as the eye expects. */
  function vertical(name, way) {
    if (name !== "ArrowUp" && name !== "ArrowDown") return way;
    const here = nodes[cursor].getBoundingClientRect();
    const ahead = words.map(({ at }) => ({ at, box: nodes[at].getBoundingClientRect() }))
      .filter(({ box }) => (box.top - here.top) * way > here.height / 2);
    if (!ahead.length) return 0;
    const line = ahead.reduce((best, { box }) => (Math.abs(box.top - here.top) < Math.abs(best - here.top) ? box.top : best), Infinity);
    const near = ahead.filter(({ box }) => Math.abs(box.top - line) < here.height / 2)
      .reduce((best, each) => (Math.abs(each.box.left - here.left) < Math.abs(best.box.left - here.left) ? each : best));
    return near.at - cursor;
  }

  function walk(to, byPointer = false) {
    cursor = to;
    paint();
    nodes[cursor].focus({ preventScroll: byPointer });
  }

  function press(event) {
    const at = wordUnder(event);
    if (at === null || event.button !== 0) return;
    event.preventDefault(); // no text selection
    anchor = at;
    walk(at, true);
    const move = (later) => {
      const over = wordUnder(later);
      if (over !== null && over !== cursor) walk(over, true);
    };
    const end = (later) => {
      for (const [name, handler] of [["pointermove", move], ["pointerup", end], ["pointercancel", end]]) {
        document.removeEventListener(name, handler);
      }
      if (later.type === "pointerup") act(at, cursor);
      else anchor = null;
      paint();
    };
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", end);
    document.addEventListener("pointercancel", end);
  }

  function wordUnder({ clientX, clientY }) {
    const found = document.elementFromPoint(clientX, clientY)?.closest("[data-at]");
    return found && text.contains(found) ? Number(found.dataset.at) : null;
  }

  function paint() {
    if (sentences) return sentences.paint();
    const { marks } = answer();
    const verdicts = Object.fromEntries(items().map(({ id, verdict }) => [id, verdict]));
    const missed = missedMarks();
    const low = Math.min(anchor ?? cursor, cursor);
    const high = Math.max(anchor ?? cursor, cursor);
    words.forEach(({ at, word }) => {
      const mark = markAt(marks, at);
      const of = labels.find(({ id }) => id === mark?.label);
      const node = nodes[at];
      const goesOn = mark && at < mark.to;
      const verdict = mark && verdicts[markId(mark)];
      const overlooked = markAt(missed, at);
      fill(node, word, mark && at === mark.to ? [sign(of), judged(verdict)] : null,
        overlooked && at === overlooked.to ? judged("missed") : null);
      node.classList.toggle("ov-missed", Boolean(overlooked));
      node.tabIndex = at === cursor ? 0 : -1;
      node.setAttribute("aria-selected", String(Boolean(mark)));
      const named = [of?.text, verdict && asList(content.verdicts[verdict])[1]].filter(Boolean);
      if (named.length) node.setAttribute("aria-label", [word, ...named].join(", "));
      else node.removeAttribute("aria-label");
      for (const each of [node, gaps[at]]) delete each.dataset.style;
      if (mark) node.dataset.style = of.style;
      if (goesOn) gaps[at].dataset.style = of.style;
      const chosen = anchor !== null && at >= low && at <= high;
      node.classList.toggle("ov-chosen", chosen);
      gaps[at].classList.toggle("ov-chosen", chosen && at < high);
    });
  }

  return ({ marks }) => {
    paint();
    title.textContent = t("Your marks: {n}", { n: marks.length });
    fill(list, [...marks, ...missedMarks()].sort((a, b) => a.from - b.from).map((mark) => {
      const of = labels.find(({ id }) => id === mark.label);
      return h("li", {}, h("div", {}, sign(of), ` “${quote(mark)}” `, h("span", { class: "ov-mark-label" }, of.text), slot(markId(mark))),
        marks.includes(mark) ? h("button", {
          type: "button", class: "ov-button ov-small", onclick: () => remove(mark),
          "aria-label": t("Remove the mark on “{words}”", { words: quote(mark) }),
        }, t("Remove")) : null);
    }));
  };
}

export default exercise({
  name: "mark", clean: cleanMark, draw: drawMark, part: ({ marks }, id) => marks.some((mark) => markId(mark) === id),
});
