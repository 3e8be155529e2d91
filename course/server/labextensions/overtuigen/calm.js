/** Menus that a participant has a use for, as JupyterLab calls them; the others are away. */
const KEPT = ["jp-mainmenu-file", "jp-mainmenu-run", "jp-mainmenu-settings"];
/** In Notebook this one opens the panel. */
const VIEW = "jp-mainmenu-view";
/** On the page, as long as what a participant does not need is away; see panel.css. */
const MARK = "ov-calm";

/**
 * What a participant does not need is away while one works in the course, with JupyterLab's own means: menus, the toolbar
 * of a lesson, the right side bar and the status bar. In any other document, and as long as `isOn` says no, all is there.
 */
export function calm({ app, tracker, labShell, mainMenu, isOn }) {
  const { shell } = app;
  let away = []; // menus, each with its place
  let isCalm = false;
  let hidRight = false;

  const isCourse = ({ context }) => Boolean(context?.model?.getMetadata?.("course"));

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
        .filter(({ menu }) => !KEPT.includes(menu.id) && (labShell || menu.id !== VIEW));
      away.forEach(({ menu }) => mainMenu.removeMenu(menu));
    } else {
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

  /** A notebook says what it is once it is read. */
  const opened = (panel) => void panel.context.ready.then(apply);
  tracker.widgetAdded.connect((_sender, panel) => opened(panel));
  tracker.forEach(opened);
  shell.currentChanged?.connect(apply);
  apply();
  return { apply };
}
