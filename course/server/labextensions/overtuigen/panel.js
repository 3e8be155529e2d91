import { calm } from "./calm.js";
import { exchange } from "./exchange.js";
import { folds } from "./folds.js";
import { page } from "./page.js";
import { reading } from "./reading.js";
import { isSite } from "./site.js";
import { inSite, onServer } from "./standing.js";
import { stay } from "./stay.js";
import { take } from "./taking.js";
import { titles } from "./titles.js";
import drawing from "./drawing.js";
import words from "./words.js";

/** The packages of JupyterLab's own that `panel` takes, in that order. */
export const needs = ["notebook", "services", "settingregistry", "apputils", "mainmenu", "application", "coreutils", "translation"]
  .map((name) => `@jupyterlab/${name}`).concat("@lumino/widgets");

const ID = "overtuigen:panel";
const NODE = "overtuigen-course";
/** They bring one to the panel. */
const KEYS = [navigator.platform?.startsWith("Mac") ? "Cmd" : "Ctrl", "Shift", "O"];
/** A window less wide than this, in pixels, shows the panel or a lesson, and not both. */
const NARROW = 700;
/** With this JupyterLite brings the list of files to the front, once it has opened the notebook in the address. */
const SHOW_FILES = "docmanager:show-in-file-browser";
/** Milliseconds after which what was kept is counted. */
const PAUSE = 700;

/** The course at the left: what there is, how far one is, and what is next. */
export default function panel(
  { INotebookTracker }, { ServerConnection }, { ISettingRegistry }, { IThemeManager, Notification }, { IMainMenu },
  { ILabShell, ILayoutRestorer }, { PageConfig } = {}, { ITranslator } = {}, { Widget },
) {
  return {
    id: ID,
    autoStart: true,
    requires: [INotebookTracker],
    optional: [ISettingRegistry, ILabShell, ILayoutRestorer, IMainMenu, IThemeManager, ITranslator],
    activate: (app, tracker, registry, labShell, restorer, mainMenu, themes, translator) => {
      const { commands, shell } = app;
      const { serverSettings } = app.serviceManager;
      let course = {};
      let t = translatorFor("nl");
      let widget = null;
      let quiet = null;
      let settings = null;
      let waiting;

      /** Ask the server at an address under its own; a body is posted. */
      const ask = (address, body) => ServerConnection.makeRequest(
        new URL(address, serverSettings.baseUrl).href,
        body ? { method: "POST", body: JSON.stringify(body) } : {}, serverSettings);

      const handIns = exchange(ask);
      const standing = isSite(PageConfig) ? inSite(tracker, PageConfig.getBaseUrl()) : onServer(ask);

      async function start() {
        // At once: JupyterLab folds the left side, now and at every later visit, when what was open there is not back in time.
        if (labShell) put();
        settings = (await registry?.load(ID).catch(() => null)) ?? null;
        if (settings?.composite.shown === false) return leave();
        course = await standing.first();
        if (!course.lessons && !course.missing) return leave(); // no course is here: JupyterLab as always
        t = translatorFor(course.language);
        if (!widget) put();
        name();
        show();
        await app.restored;
        arrive();
        if (course.missing) return;
        follow();
        if (!course.course_id) return; // nobody to hand in to
        await handIns.look(course.course_id);
        show();
      }

      function put() {
        widget = new Widget();
        widget.id = NODE;
        widget.addClass("ov-panel");
        widget.title.iconClass = "ov-panel-icon";
        widget.node.setAttribute("role", "region");
        for (const file of ["drawing.css", "panel.css"]) style(file);
        shell.add(widget, "left", { rank: 50 });
        restorer?.add(widget, NODE);
      }

      function leave() {
        widget?.dispose();
        widget = null;
      }

      /** The panel gets its name, and its keys, once the language of the course is known. */
      function name() {
        widget.title.label = labShell ? "" : t("Course");
        widget.title.caption = `${t("Course")} (${KEYS.join("+")})`; // as JupyterLab tells the keys of its own
        widget.node.lang = course.language;
        widget.node.setAttribute("aria-label", t("Course"));
        commands.addCommand("overtuigen:course", {
          label: t("Go to the course"),
          execute: () => {
            shell.activateById(NODE);
            widget.node.querySelector("button, summary")?.focus();
          },
        });
        commands.addKeyBinding({ command: "overtuigen:course", keys: [`Accel ${KEYS.slice(1).join(" ")}`], selector: "body" });
      }

      /** The first look: the panel beside the lesson, or on a narrow window the lesson alone. */
      function arrive() {
        if (!labShell) return;
        if (window.innerWidth < NARROW) labShell.collapseLeft();
        else if (!labShell.leftCollapsed) labShell.activateById(NODE);
      }

      /** After the list of files, which comes later than all that the page says of its beginning. */
      async function arriveOnce(_sender, { id, result }) {
        if (id !== SHOW_FILES) return;
        commands.commandExecuted.disconnect(arriveOnce);
        await result.catch(() => {});
        if (course.lessons) arrive();
      }

      function show() {
        page(widget.node, { course, t, handIns, themes, open, handIn, fetchIt, download, feedback, everything, setTheme });
      }

      /** Everything that may change what is shown. */
      function follow() {
        const isOn = () => !course.instructor && settings?.composite.everything !== true;
        quiet = calm({ app, tracker, labShell, mainMenu, isOn });
        titles({ app, tracker, isOn });
        reading({ tracker, isOn });
        folds({ tracker, translator });
        const soon = () => {
          clearTimeout(waiting);
          waiting = setTimeout(() => void refresh().catch(() => {}), PAUSE);
        };
        document.addEventListener("ov-saved", soon);
        window.addEventListener("focus", soon);
        tracker.currentChanged.connect(soon);
        themes?.themeChanged.connect(show);
        settings?.changed.connect(() => {
          quiet.apply();
          show();
        });
      }

      async function refresh() {
        course = { ...course, ...(await standing.now()) };
        show();
      }

      /** Open a notebook, where the cell with this id is; or a text, as JupyterLab's `factory` shows it. */
      async function open(path, cell, factory) {
        await app.restored; // until then JupyterLab brings what was open at the last visit to the front
        const opened = await commands.execute("docmanager:open", { path, ...(factory && { factory }) });
        if (labShell && window.innerWidth < NARROW) labShell.collapseLeft();
        if (!opened?.context || !cell) return;
        await Promise.all([opened.context.ready, opened.revealed]);
        const { content } = opened;
        const at = content.widgets.findIndex(({ model }) => model.id === cell);
        if (at < 0) return;
        content.activeCellIndex = at;
        stay(content, content.widgets[at]);
      }

      /** Put on disk what stands on the page. */
      async function save(path) {
        const at = tracker.find(({ context }) => context.path === path);
        if (at?.context.model.dirty) await at.context.save();
      }

      async function handIn({ name, path, tasks }) {
        await save(path);
        const isSent = await handIns.send(name).catch(() => false);
        const done = tasks.filter(({ state }) => state === "done").length;
        if (isSent && done < tasks.length) Notification.warning(t("Handed in, with {done} of {total} filled in. You can hand in again when you have done more.", { done, total: tasks.length }), { autoClose: 15000 });
        else if (isSent) Notification.success(t("Handed in."), { autoClose: 5000 });
        else Notification.error(t("Handing in did not work. Try again, or ask your instructor to have a look."));
        show();
      }

      async function fetchIt({ name }) {
        const done = await handIns.fetch(name).catch(() => false);
        if (!done) Notification.error(t("The assignment could not be fetched. Ask your instructor to have a look."));
        await refresh();
        if (done) widget.node.querySelector(`[data-key="assignment ${CSS.escape(name)}"]`)?.focus(); // where its button was
      }

      async function feedback({ name }) {
        const path = await handIns.feedback(name).catch(() => "");
        if (path) await open(path);
        else Notification.error(t("The feedback could not be fetched. Ask your instructor to have a look."));
      }

      async function download({ path }) {
        if (isSite(PageConfig)) {
          const { context } = await commands.execute("docmanager:open", { path });
          await context.sessionContext.ready;
          await take(context).catch(() => Notification.error(t("That did not work. Wait until the exercises have begun, and try again.")));
          return;
        }
        await save(path);
        const link = document.createElement("a");
        link.href = new URL(`files/${path.split("/").map(encodeURIComponent).join("/")}?download=1`, serverSettings.baseUrl).href;
        link.download = "";
        link.click();
      }

      const everything = registry && {
        isShown: () => settings?.composite.everything === true,
        toggle: () => registry.set(ID, "everything", settings?.composite.everything !== true),
      };

      async function setTheme(name) {
        const follows = themes.isToggledAdaptiveTheme();
        if (follows !== (name === "")) await themes.toggleAdaptiveTheme();
        if (name) await themes.setTheme(name);
        show();
      }

      if (isSite(PageConfig)) commands.commandExecuted.connect(arriveOnce); // before anything is waited for
      void start().catch((error) => {
        console.warn("overtuigen:", error);
        if (!course.lessons) leave(); // nothing was told
      });
    },
  };
}

function translatorFor(language) {
  return drawing.translator(words[language]);
}

function style(name) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: new URL(name, import.meta.url).href });
  document.head.append(link);
}
