import { exercise } from "../../view/frontend/exercise.js";
import { fill, h, paragraphs } from "../../view/frontend/dom.js";
import { asRecord } from "../../view/frontend/values.js";
import { cleanMark, markAt, switchMark, withoutMark, wordLines } from "./marks.js";

function drawMark({ content, t, uid, body, answer, change, say }) {
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
  const help = h("p", { class: "ov-help", id: `${uid}-help` },
    t("Click a word or drag over several. With the keyboard: arrow keys to walk, Shift with arrow keys for several words, Enter to mark or unmark."));
  const nodes = words.map(({ at, word }) => h("span", { class: "ov-word", role: "option", "data-at": at }, word));
  const gaps = words.map(() => h("span", { class: "ov-gap", role: "presentation" }, " "));
  const text = h("div", {
    class: "ov-words", role: "listbox", "aria-multiselectable": "true", "aria-label": t("The text, word by word"),
    "aria-describedby": help.id, onkeydown: key, onpointerdown: press,
  }, lines.map((part) => h("p", { role: "presentation" }, part.map((line, n) => [
    n ? h("br", { role: "presentation" }) : null, line.map(({ at }) => [nodes[at], gaps[at]]),
  ]))));
  const list = h("ul", { class: "ov-marks", role: "list" });
  const title = h("p", { class: "ov-label", tabindex: "-1" });
  // A screen reader takes a listbox as one control: for reading, the text stands there as plain text too.
  const plain = h("div", { class: "ov-sr" }, paragraphs(content.text));
  body.append(pens, help, plain, text, title, list);

  function sign(of) {
    return h("span", { class: "ov-sign", "aria-hidden": "true" }, of.letter);
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
    const { marks } = answer();
    const low = Math.min(anchor ?? cursor, cursor);
    const high = Math.max(anchor ?? cursor, cursor);
    words.forEach(({ at, word }) => {
      const mark = markAt(marks, at);
      const of = labels.find(({ id }) => id === mark?.label);
      const node = nodes[at];
      const goesOn = mark && at < mark.to;
      fill(node, word, mark && at === mark.to ? sign(of) : null);
      node.tabIndex = at === cursor ? 0 : -1;
      node.setAttribute("aria-selected", String(Boolean(mark)));
      if (of) node.setAttribute("aria-label", `${word}, ${of.text}`);
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
    fill(list, marks.map((mark) => {
      const of = labels.find(({ id }) => id === mark.label);
      return h("li", {}, h("span", { class: "ov-mark-text" }, sign(of), ` “${quote(mark)}” `, h("span", { class: "ov-mark-label" }, of.text)),
        h("button", {
          type: "button", class: "ov-button ov-small", onclick: () => remove(mark),
          "aria-label": t("Remove the mark on “{words}”", { words: quote(mark) }),
        }, t("Remove")));
    }));
  };
}

export default exercise({ name: "mark", clean: cleanMark, draw: drawMark });
