import { stay } from "./stay.js";

/** The packages of JupyterLab's own that `links` takes, in that order. */
export const needs = ["docmanager", "notebook", "coreutils"].map((name) => `@jupyterlab/${name}`);

const ID = "overtuigen:links";
/** What a link to a place in a notebook has behind the name of that notebook. */
const PLACE = "#cell-id=";

/**
 * A link from one notebook of a folder to a cell of another leads to that cell, wherever it is drawn. By itself JupyterLab
 * knows such links in text and not within a widget, and Notebook 7 opens the notebook at its beginning.
 */
export default function links({ IDocumentManager }, { INotebookTracker }, { PageConfig }) {
  return {
    id: ID,
    autoStart: true,
    requires: [IDocumentManager, INotebookTracker],
    activate: (_app, documents, tracker) => {
      const hasOnePage = Boolean(PageConfig.getOption("notebookPage")); // as in Notebook 7

      async function reach(panel, place) {
        if (!panel) return;
        await panel.context.ready;
        await panel.revealed;
        window.dispatchEvent(new Event("ov-arrive"));
        const { content } = panel;
        await content.setFragment(place);
        const cell = content.widgets.find(({ model }) => model.id === place.slice(PLACE.length));
        if (cell) stay(content, cell); // exercises above it may still be drawn
      }

      function follow(event) {
        const link = event.target.closest?.(`a[href*="${PLACE}"]`); // between the name and the place JupyterLab puts a token
        const panel = link && tracker.find(({ node }) => node.contains(link));
        if (!panel || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
        const { pathname, hash, origin } = new URL(link.href);
        if (origin !== window.location.origin || !pathname.endsWith(".ipynb")) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const [here, there] = [lastOf(panel.context.path), decodeURIComponent(lastOf(pathname))];
        const path = panel.context.path.slice(0, -here.length) + there;
        // The address of the other notebook is that of this one but for its name, whatever stands around it.
        const beside = window.location.href.replace(/#.*/, "").replace(encodeURIComponent(here), encodeURIComponent(there));
        if (hasOnePage) window.open(beside + hash, path);
        else reach(documents.openOrReveal(path), hash);
      }

      /** The address of the page itself may name a place, in the notebook that it opens. */
      function arrive(panel) {
        const { hash, href } = window.location;
        if (panel && hash.startsWith(PLACE) && decodeURIComponent(href).endsWith(panel.context.path + hash)) reach(panel, hash);
      }

      document.addEventListener("click", follow, true);
      window.addEventListener("hashchange", () => arrive(tracker.currentWidget));
      tracker.widgetAdded.connect((_sender, panel) => arrive(panel));
      tracker.forEach(arrive);
    },
  };
}

function lastOf(path) {
  return path.split("/").at(-1);
}
