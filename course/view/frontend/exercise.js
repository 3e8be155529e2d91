import { arrive } from "./arrival.js";
import { asText, keepFocus } from "./dom.js";
import { asList, asRecord, same, translator } from "./values.js";
import { saver } from "./saving.js";
import { drawFrame } from "./frame.js";
import { verdictBoard } from "./verdicts.js";

/**
 * Turn a kind of exercise into an anywidget module.
 *
 * @param {object} kind
 * @param {string} kind.name  for the class name
 * @param {(raw: any, content: object) => object} kind.clean  a well-shaped answer from any value
 * @param {(view: object) => ((answer: object, locked: boolean) => void)} kind.draw  fills `view.body` once and returns
 *   the function that brings it up to date with an answer. A view offers: content, t, uid, body, answer(), change(next),
 *   say(text), slot(id) for the verdict on a part, items() as they stand, get(trait), watch(trait, handler).
 * @param {(answer: object, id: string) => any} [kind.part]  what a verdict on this id is about: the verdict goes when
 *   that has changed
 * @param {(answer: object, t: Function, content: object) => string} [kind.missing]  what a prediction still lacks
 * @param {(content: object, t: Function) => string[] | null} [kind.commit]  what the button of a prediction says before
 *   and after; null for the usual words
 */
export function exercise(kind) {
  return { render: ({ model, el }) => openView(kind, model, el) };
}

function openView(kind, model, el) {
  const content = asRecord(model.get("content"));
  const t = translator(content.strings);
  const uid = `ov-${Math.random().toString(36).slice(2)}`;
  const stops = [];
  const board = verdictBoard(asRecord(content.verdicts), t);
  let answer = kind.clean(model.get("answer"), content);

  const frame = drawFrame({ content, kind: kind.name, uid, t, oncheck: check });
  stops.push(guardKeys(frame.root));
  const saving = saver({
    send: (message) => model.send(message),
    show: (state) => frame.status(state),
    first: Math.floor(Math.random() * 2 ** 40),
  });
  const watch = (trait, handler) => {
    model.on(`change:${trait}`, handler);
    stops.push(() => model.off(`change:${trait}`, handler));
  };
  const get = (trait) => model.get(trait);
  const show = kind.draw({
    content, t, uid, body: frame.body, answer: () => answer, change, say: frame.say, slot: board.slot, items, get, watch,
  });

  function change(next) {
    const wasStale = isStale();
    answer = kind.clean(next, content);
    redraw();
    if (isStale() && !wasStale) frame.say(t("Your answer has changed. Check again."));
    saving.put(answer);
  }

  function check() {
    if (isLocked()) return;
    const lack = content.prediction && kind.missing ? kind.missing(answer, t, content) : "";
    if (lack) {
      frame.summary(lack);
      frame.goToSummary();
    } else saving.check(answer);
  }

  /** The feedback, and the answer that it is about. */
  function feedback() {
    const { answer: judged, complete, items, message } = asRecord(model.get("feedback"));
    return { judged: judged ? kind.clean(judged, content) : null, complete: Boolean(complete), items: asList(items).map(asRecord), message: asText(message) };
  }

  function isStale() {
    const { judged } = feedback();
    return judged !== null && !same(judged, answer);
  }

  /** The verdicts on what has not changed since. */
  function items() {
    const { judged, items } = feedback();
    const part = kind.part ?? ((whole) => whole);
    return items.filter(({ id }) => (id ? same(part(judged, id), part(answer, id)) : !isStale()));
  }

  /** A prediction that has its result is a fact: it cannot be changed with hindsight. */
  function isLocked() {
    return Boolean(content.prediction && model.get("feedback"));
  }

  function redraw() {
    keepFocus(frame.root, () => {
      show(answer, isLocked());
      frame.remarks(board.show(items()));
    });
    const { judged, complete, items: all, message } = feedback();
    frame.summary(isStale() ? t("Your answer has changed. Check again.") : message);
    const open = judged && !complete && all.length;
    frame.button.textContent = content.prediction
      ? (kind.commit?.(content, t) ?? recording(t))[isLocked() ? 1 : 0]
      : open ? t("Check and show the answers") : t("Check");
    // Not `disabled`: the button that was just pressed would lose focus.
    frame.button.setAttribute("aria-disabled", String(isLocked()));
  }

  function takeAnswer() {
    const given = kind.clean(model.get("answer"), content);
    // What this view has under way will arrive there too; until then its own answer is the newest.
    if (saving.busy() || same(given, answer)) return;
    answer = given;
    redraw();
  }

  function takeFeedback() {
    redraw();
    if (model.get("feedback") && !isStale()) frame.goToSummary();
  }

  function takeStatus() {
    const status = asRecord(model.get("status"));
    const done = saving.reply(status);
    // The same feedback as before is no change of the trait, but it is an answer to this check.
    if (done?.check && status.state !== "refused") takeFeedback();
  }

  watch("answer", takeAnswer);
  watch("feedback", takeFeedback);
  watch("status", takeStatus);
  saving.reply(asRecord(model.get("status")));
  redraw();
  el.append(frame.root);
  arrive(frame.root);
  let unkept = null;
  requestAnimationFrame(() => {
    unkept = unkeptIn(frame.root.closest(".jp-Notebook"));
    const earlier = unkept.get(content.id);
    unkept.delete(content.id);
    if (earlier && !isLocked()) change(earlier);
  });
  return () => {
    if (saving.busy()) unkept?.set(content.id, answer);
    saving.stop();
    stops.forEach((stop) => stop());
  };
}

/**
 * What was typed in an exercise of this notebook while its kernel died, until the exercise is drawn anew. Every exercise
 * is a module of its own, so what they share is kept on the page.
 */
function unkeptIn(notebook) {
  const all = (window.ovUnkept ??= new WeakMap());
  if (!all.has(notebook ?? window)) all.set(notebook ?? window, new Map());
  return all.get(notebook ?? window);
}

function recording(t) {
  return [t("Record my prediction"), t("Your prediction is recorded")];
}

/**
 * Keep the notebook's commands away from our controls: its letters and arrows, its undo, and what it does to Enter in
 * a field. Only Ctrl+S still saves the notebook, and Ctrl+Shift+O goes to the course panel. Returns what ends the guard.
 */
function guardKeys(root) {
  // The notebook listens on the document, and looks for this mark on the focused element before it takes a key.
  const guard = ({ target, key, ctrlKey, metaKey, shiftKey }) => {
    if (!root.contains(target)) return;
    const passes = (ctrlKey || metaKey) && (key.toLowerCase() === "s" || (shiftKey && key.toLowerCase() === "o"));
    target.toggleAttribute("data-lm-suppress-shortcuts", !passes);
  };
  window.addEventListener("keydown", guard, true);
  // JupyterLab cancels every line break typed within a cell, by a listener on the field: do not let it get there.
  root.addEventListener("beforeinput", (event) => event.stopPropagation(), true);
  return () => window.removeEventListener("keydown", guard, true);
}
