import { aboutOf, eachRead } from "./notebooks.js";

/** Menus that a participant has a use for, as JupyterLab calls them, and what of each; the others are away. */
const KEPT = {
  "jp-mainmenu-file": ["docmanager:save", "docmanager:download", "filebrowser:download", "apputils:print", "application:close", "filemenu:logout", "hub:control-panel", "hub:logout"],
  "jp-mainmenu-run": ["runmenu:run", "runmenu:run-all", "runmenu:restart-and-run-all"],
  "jp-mainmenu-settings": ["jp-mainmenu-settings-apputilstheme", "settingeditor:open"],
};
/** In Notebook this one opens the panel. */
const VIEW = "jp-mainmenu-view";
/** On the page, as long as what a participant does not need is away; see panel.css. */
const MARK = "ov-calm";

/** What of a menu a participant has no use for; lines between items go by themselves. */
function itemsNotNeeded(menu) {
  const kept = KEPT[menu.id];
  return menu.items.flatMap(({ type, command, args, submenu }, place) => {
    const isKept = !kept || type === "separator" || kept.includes(submenu?.id ?? command);
    return isKept ? [] : [{ menu, place, item: { type, command, args, submenu, rank: menu.getRankAt(place) } }];
  });
}

/**
 * What a participant does not need is away while one works in the course, with JupyterLab's own means: menus, the toolbar
 * of a lesson, the right side bar and the status bar. In any other document, and as long as `isOn` says no, all is there.
 */
export function calm({ app, tracker, labShell, mainMenu, isOn }) {
  const { shell } = app;
  let away = []; // menus, each with its place
  let itemsAway = []; // of the menus that stay, each with its place
  let isCalm = false;
  let hidRight = false;

  const isCourse = (panel) => Boolean(aboutOf(panel));

  /** Whether the reader is in the course, or nowhere. */
  function isHere() {
    const current = shell.currentWidget;
    return !current || (tracker.has(current) && isCourse(current));
  }

  /** Whether buttons of the course stand in a toolbar; the others there are then hidden by panel.css. */
  const hasOurs = ({ toolbar }) => [...toolbar.names()].some((name) => name.startsWith("overtuigen-"));

  function menus(hide) {
    if (!mainMenu?.menus) return;
    if (hide) {
      away = [...mainMenu.menus].map((menu, place) => ({ menu, place }))
        .filter(({ menu }) => !KEPT[menu.id] && (labShell || menu.id !== VIEW));
      away.forEach(({ menu }) => mainMenu.removeMenu(menu));
      itemsAway = [...mainMenu.menus].flatMap(itemsNotNeeded);
      itemsAway.toReversed().forEach(({ menu, place }) => menu.removeItemAt(place));
    } else {
      itemsAway.filter(({ menu }) => !menu.isDisposed).forEach(({ menu, place, item }) => menu.insertItem(place, item));
      itemsAway = [];
      away.filter(({ menu }) => !menu.isDisposed).forEach(({ menu, place }) => mainMenu.insertMenu(place, menu));
      away = [];
    }
  }

  function rightSide(hide) {
    if (!labShell) return;
    if (hide && labShell.isSideTabBarVisible("right")) {
      hidRight = true;
      labShell.collapseRight();
      labShell.toggleSideTabBarVisibility("right");
    } else if (!hide && hidRight) {
      hidRight = false;
      labShell.toggleSideTabBarVisibility("right");
    }
  }

  function apply() {
    const wanted = isOn() && isHere();
    tracker.forEach((panel) => panel.toolbar.setHidden(wanted && isCourse(panel) && !hasOurs(panel)));
    if (wanted === isCalm) return;
    isCalm = wanted;
    document.body.classList.toggle(MARK, wanted);
    for (const widget of labShell?.widgets("bottom") ?? []) widget.setHidden(wanted);
    menus(wanted);
    rightSide(wanted);
  }

  /**
   * On a lesson one has the menu of the browser, to copy a text or to spell a word; that of JupyterLab is about cells, and on a
   * tab it renames and removes files.
   */
  function leaveToBrowser(event) {
    if (isCalm && event.target.closest?.(".jp-NotebookPanel, .ov-panel, .lm-DockPanel-tabBar")) event.stopPropagation();
  }

  eachRead(tracker, apply);
  shell.currentChanged?.connect(apply);
  document.addEventListener("contextmenu", leaveToBrowser, true);
  apply();
  return { apply };
}
