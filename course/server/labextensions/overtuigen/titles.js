import { aboutOf, eachRead } from "./notebooks.js";

/**
 * The window is called as a notebook of the course calls itself, and panel.css does the same with its tab, while `isOn`: a
 * lesson and its assignment are files of the same name. To change the label of a tab is to rename the file; so that stays.
 */
export function titles({ app, tracker, isOn }) {
  const { shell } = app;

  const titleOf = (panel) => String(aboutOf(panel)?.title ?? "");

  /** JupyterLab names the window anew whenever its layout changes. */
  function nameWindow() {
    const current = shell.currentWidget;
    const title = isOn() && current && tracker.has(current) ? titleOf(current) : "";
    if (title && document.title !== title) document.title = title;
  }

  function nameBoth(panel) {
    if (titleOf(panel)) panel.title.dataset = { ...panel.title.dataset, "ov-title": titleOf(panel) };
    nameWindow();
  }

  eachRead(tracker, nameBoth);
  shell.currentChanged?.connect(nameWindow);
  new MutationObserver(nameWindow).observe(document.head, { childList: true, subtree: true, characterData: true });
}
