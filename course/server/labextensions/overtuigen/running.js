import { stay } from "./stay.js";
import words from "./words.js";

/** The packages of JupyterLab's own that `running` takes, in that order. */
export const needs = ["notebook", "cells", "services", "settingregistry", "apputils"].map((name) => `@jupyterlab/${name}`);

const ID = "overtuigen:running";
/** A notebook of the course runs by itself: when it is opened, and each time that its kernel has begun anew. */
export default function running({ INotebookTracker }, { CodeCell }, { ServerConnection }, { ISettingRegistry }, { Dialog, Notification }) {
  return {
    id: ID,
    autoStart: true,
    requires: [INotebookTracker],
    optional: [ISettingRegistry],
    activate: ({ serviceManager }, tracker, registry) => {
      const { serverSettings } = serviceManager;
      const settings = registry?.load(ID).catch(() => null);
      const followed = new WeakSet();

      /** What the server lets run by itself: code cells as they are on disk, and the name of the kernel for them. */
      async function permitted({ path, model }) {
        if ((await settings)?.composite.runs === false) return {};
        const url = new URL("overtuigen/runs", serverSettings.baseUrl).href;
        const asked = { method: "POST", body: JSON.stringify({ path }) };
        const response = await ServerConnection.makeRequest(url, asked, serverSettings);
        if (response.status === 404 && model.getMetadata("course")) tellMissing(model.getMetadata("course").language);
        return response.ok ? response.json() : {};
      }

      /** Say what this server lacks, to who opens a notebook of the course. */
      function tellMissing(language) {
        const t = (message) => words[language]?.[message] ?? message;
        Notification.warning(
          t("The exercises do not begin by themselves: this server has no course installed. Choose Run All Cells in the menu Run."),
        );
      }

      /** Run the notebook, if what stands on the page is what is permitted; whether it was. */
      function run(context, { kernel, cells }) {
        const { sessionContext } = context;
        const { content } = tracker.find((panel) => panel.context === context) ?? {};
        const code = content?.widgets.filter((cell) => cell.model.type === "code") ?? [];
        const isSame = code.length === cells?.length && code.every((cell, at) => sourceOf(cell) === cells[at]);
        const isBusy = code.some((cell) => cell.model.executionState === "running"); // somebody was faster
        if (!code.length || !isSame || isBusy || sessionContext.session?.kernel?.name !== kernel) return false;
        stay(content);
        // Nothing comes between what was looked at above and what is sent here.
        for (const cell of code) CodeCell.execute(cell, sessionContext, { deletedCells: [] }).catch(() => {});
        return true;
      }

      /** Take away what says that the kernel died: it is over. */
      function closeNotice({ path }) {
        Dialog.tracker.forEach((dialog) => dialog.node.textContent.includes(path) && dialog.reject());
      }

      const ask = (context) => permitted(context).catch(() => ({})); // without a server nothing runs

      async function follow({ context }) {
        if (followed.has(context)) return; // another view of it
        followed.add(context);
        await context.ready;
        const { sessionContext } = context;
        let asked = ask(context); // while the kernel starts
        let last = null; // the kernel that has run, or is about to
        let died = false;
        async function settle(_sender, status) {
          const { kernel } = sessionContext.session ?? {};
          if (status?.endsWith("restarting")) {
            last = null;
            died = status === "autorestarting";
            asked = ask(context);
          } else if (kernel && kernel.id !== last && sessionContext.kernelDisplayStatus === "idle") {
            last = kernel.id;
            if (run(context, await asked) && died) closeNotice(context);
          }
        }
        sessionContext.statusChanged.connect(settle);
        sessionContext.connectionStatusChanged.connect(settle);
        settle();
      }

      tracker.widgetAdded.connect((_sender, panel) => void follow(panel));
      tracker.forEach(follow);
    },
  };
}

function sourceOf(cell) {
  return cell.model.sharedModel.getSource();
}
