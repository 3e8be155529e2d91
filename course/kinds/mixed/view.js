import { exercise } from "../../view/frontend/exercise.js";
import { asText, fill, h, paragraphs, svg, toggle } from "../../view/frontend/dom.js";
import { numberKeys } from "../../view/frontend/keys.js";
import { material } from "../../view/frontend/material.js";
import { asList, asRecord } from "../../view/frontend/values.js";
import { verdictBoard } from "../../view/frontend/verdicts.js";
import { DOTS, NONE, ROW, arc, cleanMixed, doneIn, judged, ticked } from "./rounds.js";

/** One fragment at a time; the kernel says which, and what there is to say to a judgement. */
function drawMixed({ content, t, uid, body, answer, change, say, get, watch }) {
  const board = verdictBoard(asRecord(content.verdicts), t);
  const count = h("p", { class: "ov-label" });
  const name = h("h5", { class: "ov-name", id: `${uid}-name` });
  const seen = h("div", { class: "ov-seen" });
  const fact = h("p", { class: "ov-fact" });
  const front = h("article", { class: "ov-front", tabindex: "-1", "aria-labelledby": name.id }, name, seen, fact);
  const labels = Object.entries(asRecord(content.labels)).map(([id, text], at) => tick(id, text, id === NONE ? 0 : at + 1));
  const honesty = [[true, t("Honest")], [false, t("Not honest")]].map(([honest, text]) => ({
    honest, text, input: h("input", { type: "radio", name: `${uid}-honest`, onchange: () => draft({ honest }) }),
  }));
  const what = h("fieldset", { class: "ov-fieldset" }, h("legend", { class: "ov-label" }, t("What is at work? Tick all that you see.")),
    labels.map(({ id, node }) => [node, board.slot(id)]));
  const whether = h("fieldset", { class: "ov-fieldset" }, h("legend", { class: "ov-label" }, t("Is it honest?")),
    h("div", { class: "ov-levels" }, honesty.map(({ input, text }) => h("label", { class: "ov-option" }, input, h("span", {}, text)))), board.slot("honest"));
  const button = h("button", { type: "button", class: "ov-button ov-main", onclick: () => (told() ? onwards() : check()) });
  const summary = h("p", { class: "ov-summary", tabindex: "-1" });
  const judge = h("div", { class: "ov-judge" }, what, whether, summary, h("div", { class: "ov-row" }, button));
  const task = h("div", { class: "ov-task" }, front, judge);
  const over = h("div", { class: "ov-over", tabindex: "-1", role: "group", "aria-label": t("How it went") });
  for (const each of [count, task, over]) toggle(each, false); // until the kernel says which fragment it is
  body.append(count, task, over);
  numberKeys(body, (at) => key(labels[at]?.id !== NONE && labels[at]), () => key(labels.at(-1)));
  let drawn = ""; // what is on the page; as long as that stays, it is left alone
  let goes = null; // where the reader goes when the kernel has answered

  const state = () => asRecord(get("reaction"));
  const told = () => asText(state().told);

  function tick(id, text, number) {
    const input = h("input", { type: "checkbox", "aria-keyshortcuts": String(number), onchange: () => draft({ labels: ticked(now().labels, id) }) });
    return { id, input, node: h("label", { class: "ov-option" }, input, h("span", { class: "ov-key", "aria-hidden": "true" }, String(number)), h("span", {}, String(text))) };
  }

  /** Whether the kernel has seen all that was done here, so that what it says is about what is on the page. */
  function isCurrent() {
    const { round, now } = answer();
    const done = doneIn(answer(), content.size);
    const { fragment, ...said } = state();
    return said.round === round && said.done === done.length && Boolean(told()) === done.includes(now.fragment) && fragment !== undefined;
  }

  /** What is ticked now, in the fragment on the page. */
  function now() {
    return { ...answer().now, fragment: state().fragment };
  }

  function draft(part) {
    if (!isCurrent() || told()) return;
    toggle(summary, false); // what was lacking
    change({ ...answer(), now: { ...now(), ...part } });
  }

  function key(label) {
    if (!label || !isCurrent() || told() || !state().fragment) return false;
    draft({ labels: ticked(now().labels, label.id) });
    say(`${label.node.lastChild.textContent}: ${label.input.checked ? t("ticked") : t("not ticked")}`);
    return true;
  }

  function check() {
    if (!isCurrent()) return;
    const lack = !now().labels.length ? t("Tick what you see first, or none of these.") : now().honest === null ? t("Say first whether it is honest.") : "";
    if (lack) {
      summary.textContent = lack;
      toggle(summary, true);
      summary.focus({ preventScroll: true });
      say(lack);
    } else {
      goes = summary;
      change(judged({ ...answer(), now: now() }, content.size));
    }
  }

  function onwards() {
    if (!isCurrent()) return;
    goes = doneIn(answer(), content.size).length < content.size ? front : over;
    change({ ...answer(), now: null });
  }

  function another() {
    if (!isCurrent()) return;
    goes = front;
    change({ ...answer(), round: answer().round + 1, now: null });
  }

  /** Chance says once in which order fragments come that were never seen. */
  function begin() {
    if (answer().seed === null) change({ ...answer(), seed: Math.floor(Math.random() * 2 ** 32) });
  }

  function show() {
    if (isCurrent()) draw();
    const locked = !isCurrent() || told() !== "";
    const { labels: on, honest } = answer().now;
    for (const { id, input } of labels) input.checked = on.includes(id);
    for (const { honest: one, input } of honesty) input.checked = one === honest;
    what.disabled = whether.disabled = locked;
  }

  function draw() {
    const { fragment, done, items, over: end } = state();
    const face = JSON.stringify(state());
    if (face === drawn) return;
    drawn = face;
    const one = asRecord(asRecord(content.fragments)[fragment]);
    toggle(count, fragment !== null);
    toggle(task, fragment !== null);
    toggle(over, fragment === null);
    const { size } = content;
    count.textContent = t("Fragment {n} of {size}", { n: told() ? done : done + 1, size });
    name.textContent = asText(one.name);
    fill(seen, one.seen ? material(one.seen) : paragraphs(one.text));
    fill(fact, asText(one.fact) ? [h("strong", {}, t("What you also know:")), ` ${one.fact}`] : null);
    toggle(fact, asText(one.fact) !== "");
    board.show(asList(items).map(asRecord));
    button.textContent = !told() ? t("Check") : done < size ? t("Next fragment") : t("See how it went");
    summary.textContent = told();
    toggle(summary, told() !== "");
    fill(over, fragment === null ? ending(asRecord(end)) : null);
    arriveAt(goes);
    goes = null;
  }

  /** Take the reader along to what came, if they are still here. */
  function arriveAt(place) {
    if (!place) return;
    queueMicrotask(() => { // after all that this change brings
      place.focus({ preventScroll: true });
      if (place === summary) say(summary.textContent);
      else place.scrollIntoView({ block: "nearest" });
    });
  }

  function ending({ told: right, honest, seen: total, arcs, lines, advice }) {
    return [
      h("p", { class: "ov-total" }, asText(right)), h("p", {}, asText(honest)),
      asList(arcs).length ? h("figure", { class: "ov-confused" }, h("figcaption", { class: "ov-label" }, t("What you confused")),
        confusedFigure(arcs), h("ul", {}, asList(lines).map((line) => h("li", {}, asText(line))))) : null,
      h("p", { class: "ov-advice" }, asText(advice)),
      h("div", { class: "ov-row" }, h("button", { type: "button", class: "ov-button ov-main", onclick: another }, t("{n} more", { n: content.size }))),
      h("p", { class: "ov-help" }, asText(total)),
    ];
  }

  /** A row for each label, and an arc between two that were confused, thicker for more. */
  function confusedFigure(arcs) {
    const ids = labels.map(({ id }) => id);
    const rows = labels.map(({ id, node }, at) => {
      const touched = arcs.some((one) => one.includes(id));
      return svg("g", { class: touched ? "ov-touched" : "" },
        svg("text", { x: DOTS - 14, y: ROW * (at + 0.5) + 5, "text-anchor": "end" }, node.lastChild.textContent),
        svg("circle", { cx: DOTS, cy: ROW * (at + 0.5), r: 5 }));
    });
    const bows = arcs.map(([one, other, n]) => {
      const { path, x, y } = arc(ids.indexOf(one), ids.indexOf(other));
      return [svg("path", { d: path, "stroke-width": Math.min(2 + 2 * (n - 1), 10) }), n > 1 ? svg("text", { class: "ov-times", x: x + 9, y: y + 5 }, `${n}×`) : null];
    });
    return svg("svg", { viewBox: `0 0 350 ${ROW * ids.length}`, role: "img", "aria-label": t("Arcs between what you confused; the list below says the same.") }, bows, rows);
  }

  watch("reaction", show);
  return (given) => {
    if (given.seed === null) queueMicrotask(begin);
    show();
  };
}

export default exercise({ name: "mixed", clean: cleanMixed, draw: drawMixed });
