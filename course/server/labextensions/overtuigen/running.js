import { renew } from "./renewing.js";
import { askKernel, clearWidgets, forgetOpened, isSite, leaveOutPrograms, startKernels } from "./site.js";
import { stay } from "./stay.js";
import { addButtons } from "./taking.js";
import words from "./words.js";

/** The packages of JupyterLab's own that `running` takes, in that order; an empty one where there is none. */
export const needs = [
  ...["notebook", "cells", "services", "settingregistry", "apputils", "coreutils", "ui-components"].map((name) => `@jupyterlab/${name}`),
  "@jupyterlite/apputils", // in the edition without a server
];

const ID = "overtuigen:running";
/** A notebook of the course runs by itself: when it is opened, and each time that its kernel has begun anew. */
export default function running({ INotebookTracker }, { CodeCell }, { ServerConnection }, { ISettingRegistry }, { Dialog, Notification, showDialog }, { PageConfig } = {}, { ToolbarButton } = {}, { IServiceWorkerManager } = {}) {
  return {
    id: ID,
    autoStart: true,
    requires: [INotebookTracker],
    optional: [ISettingRegistry, IServiceWorkerManager].filter(Boolean),
    activate: ({ serviceManager, docRegistry }, tracker, registry, serviceWorker) => {
      const { serverSettings } = serviceManager;
      const inSite = isSite(PageConfig);
      const panelOf = (context) => tracker.find((panel) => panel.context === context);
      const codeOf = (context) => panelOf(context)?.content.widgets.filter((cell) => cell.model.type === "code") ?? [];
      const settings = registry?.load(ID).catch(() => null);
      const followed = new WeakSet();

      /** What may run by itself: code cells, and the name of the kernel for them. */
      async function permitted(context) {
        if ((await settings)?.composite.runs === false) return {};
        return inSite ? permittedByKernel(context) : permittedByServer(context);
      }

      /** Of a notebook as it is on disk. */
      async function permittedByServer({ path, model }) {
        const url = new URL("overtuigen/runs", serverSettings.baseUrl).href;
        const asked = { method: "POST", body: JSON.stringify({ path }) };
        const response = await ServerConnection.makeRequest(url, asked, serverSettings);
        if (response.status === 404 && model.getMetadata("course")) tellMissing(model.getMetadata("course").language);
        return response.ok ? response.json() : {};
      }

      /** Of a notebook as it is on the page; the kernel reads it, and nothing of it has run. */
      async function permittedByKernel(context) {
        const cells = codeOf(context).map(sourceOf);
        const { kernel } = context.sessionContext.session;
        const { runs, lasting } = await askKernel(kernel, "begin", context.path, cells);
        if (runs && !lasting) tellUnkept(context.model.getMetadata("course")?.language);
        return runs ? { kernel: kernel.name, cells } : {};
      }

      /** Say loudly, before one begins, that this browser keeps nothing. */
      function tellUnkept(language) {
        const t = (message) => words[language]?.[message] ?? message;
        void showDialog({
          title: t("Your answers are not kept here"),
          body: t(
            "This browser keeps nothing for this page: in a private window, for example. Open the course in an ordinary window. If you stay here, choose Take along before you close the page.",
          ),
          buttons: [Dialog.okButton({ label: t("I understand") })],
        });
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
        const { content } = panelOf(context) ?? {};
        const code = codeOf(context);
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

      const ask = (context) => permitted(context).catch(() => ({})); // without an answer nothing runs
      const askEarly = (context) => (inSite ? null : ask(context)); // a server can tell while the kernel starts

      async function follow({ context }) {
        if (followed.has(context)) return; // another view of it
        followed.add(context);
        await context.ready;
        const { sessionContext } = context;
        if (inSite) await renew(context, PageConfig.getBaseUrl()).catch(() => {}); // offline: the one that is there
        if (inSite) clearWidgets(codeOf(context));
        let asked = askEarly(context);
        let last = null; // the kernel that has run, or is about to
        let died = false;
        async function settle(_sender, status) {
          const { kernel } = sessionContext.session ?? {};
          if (status?.endsWith("restarting")) {
            last = null;
            died = status === "autorestarting";
            asked = askEarly(context);
          } else if (kernel && kernel.id !== last && sessionContext.kernelDisplayStatus === "idle") {
            last = kernel.id;
            if (run(context, await (asked ?? ask(context))) && died) closeNotice(context);
          }
        }
        sessionContext.statusChanged.connect(settle);
        sessionContext.connectionStatusChanged.connect(settle);
        settle();
      }

      if (inSite) {
        leaveOutPrograms(serviceManager.contents);
        forgetOpened(serviceManager);
        const worker = navigator.serviceWorker ? serviceWorker : null; // in a browser that has none it is never ready
        startKernels(serviceManager, worker, new URLSearchParams(window.location.search).get("path"));
        const again = async (context) => run(context, await ask(context));
        const createNew = (panel) => void addButtons(panel, { Notification, ToolbarButton }, again);
        docRegistry.addWidgetExtension("Notebook", { createNew });
      }
      tracker.widgetAdded.connect((_sender, panel) => void follow(panel));
      tracker.forEach(follow);
    },
  };
}

function sourceOf(cell) {
  return cell.model.sharedModel.getSource();
}
