import { aboutOf } from "./notebooks.js";

/** Keys that bring one elsewhere, and change nothing. */
const MOVES = new Set(["Tab", "Escape", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);
/** There a key is text, or belongs to an exercise. */
const OWN_KEYS = "input, select, textarea, [contenteditable=true], .jp-OutputArea-output";

/**
 * On a text that cannot be changed, as those of a lesson, JupyterLab's single keys do nothing and a double click selects a
 * word, as on any page. By itself ArrowLeft on a heading folds all that is under it, and Enter or a double click turns a text
 * into its source.
 */
export function reading({ tracker, isOn }) {
  /** The cell around a node of the page, when it is one that nobody can change. */
  function isFixed(node) {
    const panel = tracker.find((one) => one.node.contains(node));
    if (!panel || !aboutOf(panel)) return false;
    const cell = panel.content.widgets.find((one) => one.node.contains(node)) ?? panel.content.activeCell;
    return cell?.model.getMetadata("editable") === false;
  }

  function onKey(event) {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (ctrlKey || metaKey || altKey || MOVES.has(key) || (key === "Enter" && shiftKey)) return;
    if (isOn() && !target.closest?.(OWN_KEYS) && isFixed(target)) event.stopImmediatePropagation();
  }

  function onDoubleClick(event) {
    if (isOn() && event.target.closest?.(".jp-MarkdownCell.jp-mod-rendered") && isFixed(event.target)) event.stopImmediatePropagation();
  }

  // Before JupyterLab hears of them; what the browser does with them stays.
  window.addEventListener("keydown", onKey, true);
  window.addEventListener("dblclick", onDoubleClick, true);
}
