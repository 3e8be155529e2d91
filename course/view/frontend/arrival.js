/** From how many pixels on there is room for JupyterLab's list of files beside a text. */
const WIDE = 600;

/**
 * JupyterLab ends "Run All Cells" at the last cell. A reader who starts a text belongs at its beginning: the opening says
 * what it is about. The first exercise that is drawn takes the reader there; nothing happens when single cells are run,
 * nor when the page runs by itself.
 */
export function arrive(root) {
  requestAnimationFrame(() => {
    const notebook = root.closest(".jp-Notebook");
    if (notebook?.querySelector(".ov-exercise") !== root) return;
    if (window.innerWidth < WIDE) foldFiles();
    const cells = [...notebook.querySelectorAll(".jp-Cell")];
    const isRunAll = cells.at(-1).classList.contains("jp-mod-active") && !notebook.classList.contains("ov-stays");
    if (isRunAll) cells[0].scrollIntoView({ block: "start" });
  });
}

/** On a phone the list of files leaves an exercise no room. It folds, as by a press on its tab, which also brings it back. */
function foldFiles() {
  const tab = document.querySelector(".jp-SideBar.jp-mod-left .lm-TabBar-tab.lm-mod-current");
  if (!tab) return;
  const { left, top } = tab.getBoundingClientRect();
  for (const type of ["pointerdown", "pointerup"]) {
    tab.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, clientX: left + 2, clientY: top + 2 }));
  }
}
