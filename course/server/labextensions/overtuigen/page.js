import drawing from "./drawing.js";
import { sayMoment } from "./exchange.js";

const { countTasks, fill, h, ring } = drawing;

/** The colours to choose from, by what JupyterLab calls them; no name follows the computer. */
const colours = (t) => ({ "": t("As my computer"), "JupyterLab Light": t("Light"), "JupyterLab Dark": t("Dark") });

/** Draw the panel in `node`; `to` holds the course as the server tells it, words, and what the buttons do. */
export function page(node, to) {
  const { course, t } = to;
  const at = lessonOfNext(course);
  const before = node.dataset.at ?? "";
  // Who goes on to another lesson sees the one before it as well: its assignment stands there.
  const opened = new Set(at === before ? [...node.querySelectorAll("details[open]")].map(({ dataset }) => dataset.key) : [before, at]);
  node.dataset.at = at;
  const top = node.scrollTop;
  const focused = node.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  node.onkeydown = walk;
  fill(node, course.missing ? missing(t) : [
    h("h2", {}, t("Course")),
    next(to), due(to),
    section(t("Lessons and assignments"), course.lessons.map((lesson) => lessonNode(lesson, to, opened)), loose(to).map((one) => assignmentNode(one, to))),
    foot(to),
  ]);
  node.scrollTop = top;
  if (focused) node.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

/** The lesson that one goes on in, or of which one does the assignment. */
function lessonOfNext({ next, lessons = [], assignments = [] }) {
  const { name } = assignments.find(({ path }) => path === next?.path) ?? {};
  return lessons.find(({ path, assignment }) => path === next?.path || (name && assignment === name))?.path ?? "";
}

function missing(t) {
  return [h("h2", {}, t("Course")), h("p", {}, t("This server has no course installed, so nothing can be told here of how far you are. The lessons do work: open one in the list of files, and choose Run All Cells in the menu Run."))];
}

function section(title, ...parts) {
  return h("section", {}, h("h3", {}, title), parts);
}

const button = (key, onclick, ...parts) => h("button", { type: "button", "data-key": key, onclick }, parts);

/** Where one was, or the beginning. */
function next({ course, t, open }) {
  const began = course.lessons.some(({ parts }) => countTasks(parts).done) || course.next;
  const first = course.lessons[0];
  if (!course.next && began) return h("p", { class: "ov-all-done" }, t("You have done every lesson."));
  const { path, title, part, cell } = course.next ?? { path: first?.path, title: first?.title, part: "" };
  if (!path) return null;
  return h("button", { type: "button", class: "ov-next", "data-key": "next", onclick: () => open(path, cell) },
    h("strong", {}, began ? t("Go on where you were") : t("Begin here")), h("span", {}, [title, part].filter(Boolean).join(", ")));
}

/** What comes back today. */
function due({ course, t, open }) {
  const back = course.lessons.filter((lesson) => lesson.due);
  if (!back.length) return null;
  return section(t("Cards for today"), h("ul", { role: "list" }, back.map((lesson) => h("li", {},
    button(`due ${lesson.path}`, () => open(lesson.path, lesson.cards), lesson.title, h("span", { class: "ov-count" }, cards(lesson.due, t)))))));
}

const cards = (n, t) => (n === 1 ? t("1 card") : t("{n} cards", { n }));

function lessonNode(lesson, to, opened) {
  const { t, course } = to;
  const main = lesson.parts.filter(({ extra }) => !extra);
  const count = countTasks(main);
  const assignment = course.assignments.find(({ name }) => name === lesson.assignment) ?? toFetch(to).find((one) => isOf(one, lesson));
  return h("details", { "data-key": lesson.path, "data-principle": lesson.principle, open: opened.has(lesson.path) },
    h("summary", { "data-key": `lesson ${lesson.path}` }, ring(main), h("span", { class: "ov-title" }, lesson.title),
      h("span", { class: "ov-count" }, count.done ? t("{done} of {total}", count) : t("{n} min", { n: lesson.minutes }))),
    h("ul", { role: "list" }, lesson.parts.map((part) => h("li", {}, partNode(lesson, part, to)))),
    assignment ? assignmentNode(assignment, to, lesson.title) : null);
}

function partNode({ path }, part, { t, open }) {
  const minutes = part.minutes ? t("{n} min", { n: part.minutes }) : part.extra ? t("extra") : "";
  const done = part.done >= part.total;
  return button(`part ${path} ${part.cell}`, () => open(path, part.cell),
    h("span", { class: "ov-title" }, part.title),
    h("span", { class: "ov-count" }, [minutes, done ? `✓ ${t("Done")}` : t("{done} of {total}", part)].filter(Boolean).join(" · ")),
    h("span", { class: "ov-bar", "aria-hidden": "true" }, h("span", { style: `width: ${(100 * part.done) / part.total}%` })));
}

/** What is only on the exchange: its name is all that is known. */
function toFetch({ course, handIns }) {
  const here = new Set(course.assignments.map(({ name }) => name));
  return handIns.toFetch().filter((name) => !here.has(name)).map((name) => ({ name, title: name, path: "", tasks: [] }));
}

/** Whether an assignment is called as a lesson. */
const isOf = ({ name }, { path }) => path.split("/").pop() === `${name}.ipynb`;

/** Assignments that belong to no lesson, such as what comes before the first one, here or on the exchange. */
function loose(to) {
  const { lessons, assignments } = to.course;
  const taken = new Set(lessons.map(({ assignment }) => assignment));
  const elsewhere = toFetch(to).filter((one) => !lessons.some((lesson) => isOf(one, lesson)));
  return [...assignments.filter(({ name }) => !taken.has(name)), ...elsewhere];
}

function assignmentNode(assignment, to, lesson = "") {
  const { t, open, handIns, handIn, fetchIt, download, feedback } = to;
  const { name, path, title, tasks, in_lesson: inLesson } = assignment;
  const done = tasks.filter(({ state }) => state === "done").length;
  const isBegun = tasks.some(({ state }) => state !== "open");
  const count = { done, total: tasks.length };
  const left = openTasks(tasks);
  const times = handIns.times(name);
  const say = (key, label, act) => h("button", { type: "button", class: "ov-act", "data-key": `${key} ${name}`, "aria-label": `${label}: ${path ? title : lesson || title}`, onclick: () => void act(assignment) }, label);
  return h("div", { class: "ov-assignment" },
    path ? button(`assignment ${name}`, () => open(path), h("span", { class: "ov-title" }, shortTitle(title, lesson)),
      h("span", { class: "ov-count" }, inLesson && !isBegun ? t("{done} of {total} in the lesson", { ...count, done: inLesson }) : t("{done} of {total}", count)))
      : h("p", {}, lesson ? t("Assignment") : title),
    left ? h("p", {}, t("Still open: {what}", { what: left })) : null,
    times.length ? h("p", { class: "ov-receipt" }, `✓ ${t("Handed in on {when}", { when: sayMoment(times.at(-1), to.course.language) })}`) : null,
    handIns.hasFeedback(name) ? say("feedback", t("Read the feedback"), feedback) : null,
    handIns.canSend(name) ? say("send", times.length ? t("Hand in again") : t("Hand in"), handIn)
      : handIns.canFetch(name) ? say("fetch", t("Fetch"), fetchIt)
        : path && isBegun ? say("download", t("Download"), download) : null);
}

/** What is open of what was begun, by the beginning of each heading; "" where several share one. */
function openTasks(tasks) {
  const open = tasks.filter(({ state }) => state !== "done");
  const names = [...new Set(open.map(({ title }) => title.split(" · ")[0]))];
  return open.length < tasks.length && names.length === open.length ? names.join(", ") : "";
}

/** The title of an assignment under its lesson, whose title need not be there twice. */
function shortTitle(title, lesson) {
  const short = title.startsWith(`${lesson}: `) ? title.slice(lesson.length + 2) : title;
  return short.charAt(0).toUpperCase() + short.slice(1);
}

function foot({ course, t, everything, themes, setTheme, open }) {
  const chosen = themes && !themes.isToggledAdaptiveTheme() ? themes.theme : "";
  return h("div", { class: "ov-more" },
    course.guide ? button("guide", () => open(course.guide, "", "Markdown Preview"), t("Guide for instructors")) : null,
    themes ? h("label", {}, t("Colours"), h("select", { "data-key": "theme", onchange: ({ target }) => void setTheme(target.value) },
      Object.entries(colours(t)).map(([name, label]) => h("option", { value: name, selected: name === chosen }, label)))) : null,
    everything && !course.instructor ? button("everything", everything.toggle, everything.isShown() ? t("Hide what I do not need") : t("Show everything of JupyterLab")) : null);
}

/** Arrows go from one control to the next, as Tab does; Home and End to the first and the last. */
function walk(event) {
  const stops = [...event.currentTarget.querySelectorAll("button, summary, select")].filter((stop) => stop.checkVisibility());
  const at = stops.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (at < 0 || event.target.tagName === "SELECT" || to === undefined || !stops[to]) return;
  event.preventDefault();
  event.stopPropagation();
  stops[to].focus();
}
