/** The packages of JupyterLab's own that `links` takes, in that order. */
export const needs = ["docmanager", "notebook", "coreutils"].map((name) => `@jupyterlab/${name}`);

const ID = "overtuigen:links";
/** What a link to a place in a notebook has behind the name of that notebook. */
const PLACE = "#cell-id=";

/**
 * A link from one notebook of a folder to a cell of another leads to that cell, wherever it is drawn. By itself JupyterLab
 * knows such links in text and not within a widget, and Notebook 7 opens the notebook at its beginning.
 */
export function links({ IDocumentManager }, { INotebookTracker }, { URLExt }) {
  return {
    id: ID,
    autoStart: true,
    requires: [IDocumentManager, INotebookTracker],
    activate: (app, documents, tracker) => {
      const { baseUrl } = app.serviceManager.serverSettings;
      const isLab = app.name === "JupyterLab";

      async function reach(panel, place) {
        if (!panel) return;
        await panel.context.ready;
        await panel.revealed;
        window.dispatchEvent(new Event("ov-arrive"));
        panel.setFragment(place);
      }

      function follow(event) {
        const link = event.target.closest?.(`a[href*=".ipynb${PLACE}"]`);
        const panel = link && tracker.find(({ node }) => node.contains(link));
        if (!panel || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
        const { pathname, hash, origin } = new URL(link.href);
        if (origin !== window.location.origin) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const folder = panel.context.path.split("/").slice(0, -1);
        const path = [...folder, decodeURIComponent(pathname.split("/").at(-1))].join("/");
        if (isLab) reach(documents.openOrReveal(path), hash);
        else window.open(URLExt.join(baseUrl, "notebooks", URLExt.encodeParts(path)) + hash, path);
      }

      /** The address of the page itself may name a place, in the notebook that it opens. */
      function arrive(panel) {
        const { hash, pathname } = window.location;
        if (panel && hash.startsWith(PLACE) && decodeURIComponent(pathname).endsWith(`/${panel.context.path}`)) reach(panel, hash);
      }

      document.addEventListener("click", follow, true);
      window.addEventListener("hashchange", () => arrive(tracker.currentWidget));
      tracker.widgetAdded.connect((_sender, panel) => arrive(panel));
      tracker.forEach(arrive);
    },
  };
}
