import { arrive } from "./arrival.js";
import { keepFocus } from "./dom.js";
import { asRecord, same, translator } from "./values.js";
import { saver } from "./saving.js";
import { drawFrame } from "./frame.js";

/**
 * Turn a kind of exercise into an anywidget module.
 *
 * @param {object} kind
 * @param {string} kind.name  for the class name
 * @param {(raw: any, content: object) => object} kind.clean  a well-shaped answer from any value
 * @param {(view: object) => ((answer: object, locked: boolean) => void)} kind.draw  fills `view.body` once and returns
 *   the function that brings it up to date with an answer. A view offers: content, t, uid, body, answer(), change(next),
 *   say(text), get(trait), watch(trait, handler).
 * @param {(answer: object, t: Function) => string} [kind.missing]  what a prediction still lacks
 */
export function exercise(kind) {
  return { render: ({ model, el }) => openView(kind, model, el) };
}

function openView(kind, model, el) {
  const content = asRecord(model.get("content"));
  const t = translator(content.strings);
  const uid = `ov-${Math.random().toString(36).slice(2)}`;
  const stops = [];
  let answer = kind.clean(model.get("answer"), content);
  let judged = model.get("feedback") ? answer : null; // the answer that the feedback is about

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
  const show = kind.draw({ content, t, uid, body: frame.body, answer: () => answer, change, say: frame.say, get, watch });

  function change(next) {
    answer = kind.clean(next, content);
    redraw();
    noteStale();
    saving.put(answer);
  }

  function check() {
    if (isLocked()) return;
    const lack = content.prediction && kind.missing ? kind.missing(answer, t) : "";
    frame.note(lack);
    if (lack) return;
    saving.check(answer);
  }

  function redraw() {
    keepFocus(frame.root, () => show(answer, isLocked()));
  }

  /** A prediction that has its result is a fact: it cannot be changed with hindsight. */
  function isLocked() {
    return Boolean(content.prediction && model.get("feedback"));
  }

  function isStale() {
    return judged !== null && !same(judged, answer);
  }

  function noteStale() {
    const wasStale = frame.root.classList.contains("ov-changed");
    frame.root.classList.toggle("ov-changed", isStale());
    if (isStale() !== wasStale) {
      frame.note(isStale() ? t("Your answer has changed. Check again.") : "");
      frame.feedback(model.get("feedback"), isStale());
    }
  }

  function takeAnswer() {
    const given = kind.clean(model.get("answer"), content);
    // What this view has under way will arrive there too; until then its own answer is the newest.
    if (saving.busy() || same(given, answer)) return;
    answer = given;
    redraw();
    noteStale();
  }

  function takeFeedback() {
    const result = model.get("feedback");
    judged = result ? kind.clean(model.get("answer"), content) : null;
    frame.root.classList.toggle("ov-changed", isStale());
    frame.feedback(result, isStale());
    frame.note(isStale() ? t("Your answer has changed. Check again.") : "");
    if (result && !isStale()) frame.say(asRecord(result).message ?? "");
    if (content.prediction) showLock();
  }

  function takeStatus() {
    const status = asRecord(model.get("status"));
    const done = saving.reply(status);
    // The same feedback as before is no change of the trait, but it is an answer to this check.
    if (done?.check && status.state !== "refused") takeFeedback();
  }

  function showLock() {
    // Not `disabled`: the button that was just pressed would lose focus.
    frame.button.setAttribute("aria-disabled", String(isLocked()));
    if (isLocked()) frame.button.textContent = t("Your prediction is recorded");
    redraw();
  }

  watch("answer", takeAnswer);
  watch("feedback", takeFeedback);
  watch("status", takeStatus);
  saving.reply(asRecord(model.get("status")));
  show(answer, isLocked());
  frame.feedback(model.get("feedback"), false);
  if (isLocked()) showLock();
  el.append(frame.root);
  arrive(frame.root);
  return () => {
    saving.stop();
    stops.forEach((stop) => stop());
  };
}

/**
 * Keep the notebook's commands away from our controls: its letters and arrows, its undo, and what it does to Enter in
 * a field. Only Ctrl+S still saves the notebook. Returns what ends the guard.
 */
function guardKeys(root) {
  // The notebook listens on the document, and looks for this mark on the focused element before it takes a key.
  const guard = ({ target, key, ctrlKey, metaKey }) => {
    if (!root.contains(target)) return;
    target.toggleAttribute("data-lm-suppress-shortcuts", !((ctrlKey || metaKey) && ["s", "S"].includes(key)));
  };
  window.addEventListener("keydown", guard, true);
  // JupyterLab cancels every line break typed within a cell, by a listener on the field: do not let it get there.
  root.addEventListener("beforeinput", (event) => event.stopPropagation(), true);
  return () => window.removeEventListener("keydown", guard, true);
}
