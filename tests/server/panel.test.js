import assert from "node:assert/strict";
import { test } from "node:test";

import { calm } from "../../course/server/labextensions/overtuigen/calm.js";
import { exchange, sayMoment } from "../../course/server/labextensions/overtuigen/exchange.js";
import { reading } from "../../course/server/labextensions/overtuigen/reading.js";
import { inSite, onServer } from "../../course/server/labextensions/overtuigen/standing.js";
import { arcs, countTasks } from "../../course/view/frontend/seven.js";

function signal() {
  const heard = [];
  return { connect: (listener) => heard.push(listener), emit: (...told) => heard.forEach((listener) => listener(null, ...told)) };
}

const LISTED = [
  { assignment_id: "01-w", status: "fetched" },
  { assignment_id: "01-w", status: "submitted", submissions: [{ timestamp: "2026-11-26 13:10:22.1 UTC" }, { timestamp: "2026-11-25 09:00:00.0 UTC" }] },
  { assignment_id: "02-c", status: "released" },
];

/** An exchange that answers this to everything; `asked` is what it was asked. */
function desk({ ok = true, success = true, value = LISTED, fails = false } = {}) {
  const asked = [];
  const ask = async (address, body) => {
    asked.push([address, body]);
    if (fails) throw new Error("no server");
    return { ok, json: async () => ({ success, value }) };
  };
  return { asked, handIns: exchange(ask) };
}

test("what is on the exchange can be fetched, what was fetched can be handed in", async () => {
  const { asked, handIns } = desk();
  await handIns.look("overtuigen");
  assert.deepEqual(["01-w", "02-c", "03-s"].map(handIns.canSend), [true, false, false]);
  assert.deepEqual(["01-w", "02-c", "03-s"].map(handIns.canFetch), [false, true, false]);
  assert.deepEqual(handIns.toFetch(), ["02-c"]);
  assert.deepEqual(handIns.times("01-w"), ["2026-11-25 09:00:00.0 UTC", "2026-11-26 13:10:22.1 UTC"]);
  assert.equal(await handIns.send("01-w"), true);
  assert.equal(await handIns.fetch("02-c"), true);
  const named = (name) => ({ course_id: "overtuigen", assignment_id: name });
  assert.deepEqual(asked, [
    ["assignments?course_id=overtuigen", undefined],
    ["assignments/submit", named("01-w")],
    ["assignments/fetch", named("02-c")],
  ]);
});

test("without an exchange, without nbgrader or without a server nothing can be handed in there", async () => {
  for (const missing of [{ success: false, value: "no exchange" }, { ok: false }, { fails: true }, { value: null }]) {
    const { handIns } = desk(missing);
    await handIns.look("overtuigen");
    assert.deepEqual([handIns.canSend("01-w"), handIns.canFetch("02-c"), handIns.times("01-w")], [false, false, []]);
  }
});

test("a hand-in that fails is told of, and what was known stays", async () => {
  let success = true;
  const handIns = exchange(async () => ({ ok: true, json: async () => ({ success, value: success ? LISTED : "Traceback" }) }));
  await handIns.look("overtuigen");
  success = false;
  assert.equal(await handIns.send("01-w"), false);
  assert.equal(handIns.times("01-w").length, 2);
});

test("feedback is fetched once, and again when there is a newer page", async () => {
  const handIn = { timestamp: "2026-11-26", has_exchange_feedback: true, has_local_feedback: false, local_feedback_path: null, notebooks: [{ notebook_id: "01-w" }] };
  const there = { ...handIn, has_local_feedback: true, local_feedback_path: "01-w/feedback/2026" };
  const asked = [];
  const answers = [handIn, there, { ...there, feedback_updated: true }, there];
  const handIns = exchange(async (address) => {
    asked.push(address);
    return { ok: true, json: async () => ({ success: true, value: [{ assignment_id: "01-w", status: "submitted", submissions: [answers.shift()] }] }) };
  });
  await handIns.look("overtuigen");
  assert.equal(handIns.hasFeedback("01-w"), true);
  assert.equal(await handIns.feedback("01-w"), "01-w/feedback/2026/01-w.html");
  assert.equal(await handIns.feedback("01-w"), "01-w/feedback/2026/01-w.html");
  assert.equal(asked.length, 2);
  await handIns.look("overtuigen");
  await handIns.feedback("01-w");
  assert.equal(asked.length, 4);
  assert.equal(handIns.hasFeedback("02-c"), false);
});

test("a moment is told in words, and one that cannot be read as it is", () => {
  assert.match(sayMoment("2026-11-26 13:10:22.123456 UTC", "nl"), /donderdag 26 november/);
  assert.equal(sayMoment("gisteren", "nl"), "gisteren");
});

/** A menu with what a participant needs, what not, and a line. */
function menuOf(id) {
  const items = ["docmanager:save", "docmanager:save-as", "runmenu:run-all"].map((command) => ({ type: "command", command, args: {}, submenu: null }));
  items.splice(1, 0, { type: "submenu", command: "", args: {}, submenu: { id: "jp-mainmenu-file-new" } }, { type: "separator", command: "", submenu: null });
  return { id, items, getRankAt: (place) => place, removeItemAt: (place) => items.splice(place, 1), insertItem: (place, { rank, ...item }) => items.splice(place, 0, item) };
}

/** A page with menus, a lesson and another notebook. */
function lab({ on = true, ours = [] } = {}) {
  const menus = ["jp-mainmenu-file", "jp-mainmenu-edit", "jp-mainmenu-run", "jp-mainmenu-nbgrader"].map(menuOf);
  const mainMenu = {
    get menus() { return [...menus]; },
    removeMenu: (menu) => menus.splice(menus.indexOf(menu), 1),
    insertMenu: (place, menu) => menus.splice(place, 0, menu),
  };
  const notebook = (about) => {
    const items = ["save", ...ours];
    const toolbar = { isHidden: false, names: () => items, setHidden: (hidden) => { toolbar.isHidden = hidden; } };
    return { toolbar, context: { ready: Promise.resolve(), model: { getMetadata: () => about } } };
  };
  const lesson = notebook({ title: "Les" });
  const other = notebook(undefined);
  const panels = [lesson, other];
  const tracker = { widgetAdded: signal(), forEach: (visit) => panels.forEach(visit), has: (widget) => panels.includes(widget) };
  const shell = { currentWidget: lesson, currentChanged: signal() };
  const right = { shown: true };
  const labShell = {
    widgets: () => [], collapseRight: () => {}, isSideTabBarVisible: () => right.shown,
    toggleSideTabBarVisibility: () => { right.shown = !right.shown; },
  };
  const marks = new Set();
  globalThis.document = { addEventListener: () => {}, body: { classList: { toggle: (name, has) => (has ? marks.add(name) : marks.delete(name)) } } };
  const state = { on };
  const quiet = calm({ app: { shell }, tracker, labShell, mainMenu, isOn: () => state.on });
  const seen = () => ({ menus: menus.map(({ id }) => id.slice(12)), toolbar: !lesson.toolbar.isHidden, right: right.shown, calm: marks.size > 0 });
  const items = () => menus.map((menu) => menu.items.map(({ command, submenu }) => submenu?.id ?? command));
  return { quiet, seen, items, shell, lesson, other, state };
}

const ALL = { menus: ["file", "edit", "run", "nbgrader"], toolbar: true, right: true, calm: false };

test("in a lesson what one does not need is away, and one button brings it all back", () => {
  const { quiet, seen, state } = lab();
  assert.deepEqual(seen(), { menus: ["file", "run"], toolbar: false, right: false, calm: true });
  state.on = false;
  quiet.apply();
  assert.deepEqual(seen(), ALL);
});

test("of a menu that stays what one does not need is away, and comes back where it was", () => {
  const { quiet, items, state } = lab();
  assert.deepEqual(items(), [["docmanager:save", ""], ["", "runmenu:run-all"]]);
  state.on = false;
  quiet.apply();
  assert.deepEqual(items(), Array(4).fill(["docmanager:save", "jp-mainmenu-file-new", "", "docmanager:save-as", "runmenu:run-all"]));
});

test("a toolbar with buttons of the course stays", () => {
  assert.equal(lab({ ours: ["overtuigen-take"] }).seen().toolbar, true);
});

test("in any other notebook everything is as always", () => {
  const { seen, shell, lesson, other } = lab();
  shell.currentWidget = other;
  shell.currentChanged.emit();
  const { toolbar, ...rest } = seen();
  assert.deepEqual({ ...rest, toolbar: true }, ALL);
  assert.equal(other.toolbar.isHidden, false);
  shell.currentWidget = lesson;
  shell.currentChanged.emit();
  assert.deepEqual(seen().menus, ["file", "run"]);
});

test("for an instructor nothing is away", () => {
  assert.deepEqual(lab({ on: false }).seen(), ALL);
});

test("a ring has an arc for each part, as full as that part is", () => {
  const [first, second] = arcs([{ done: 1, total: 2 }, { done: 3, total: 3 }]);
  assert.equal(first.filled, first.length / 2);
  assert.equal(second.filled, second.length);
  assert.ok(first.from + first.length < second.from);
  assert.deepEqual(arcs([{ done: 0, total: 0 }])[0], { from: 0, length: 100, filled: 0 });
  assert.deepEqual(countTasks([{ done: 1, total: 2 }, { done: 3, total: 3 }]), { done: 4, total: 5 });
});

test("a server without the course says that it is missing, and one that fails changes nothing", async () => {
  assert.deepEqual(await onServer(async () => ({ status: 404 })).first(), { missing: true, language: "nl" });
  assert.deepEqual(await onServer(async () => ({ status: 500, ok: false })).now(), {});
  const asked = [];
  await onServer(async (address) => asked.push(address) && { ok: true, json: async () => ({}) }).now();
  assert.match(asked[0], /^overtuigen\/course\?day=\d{4}-\d\d-\d\d$/);
});

test("without a server a lesson tells how far one is once its exercises are there, and that is there at the next visit", async () => {
  const store = new Map();
  globalThis.window = { localStorage: { getItem: (key) => store.get(key) ?? null, setItem: (key, text) => store.set(key, text) } };
  globalThis.fetch = async () => ({ ok: true, json: async () => ({ language: "nl", lessons: ["none done"] }) });
  const told = { lessons: ["one done"] };
  const requestExecute = () => {
    const future = {};
    future.done = Promise.resolve().then(() => future.onIOPub({ content: { data: { "application/vnd.overtuigen.told+json": told } } }));
    return future;
  };
  let drawn = null;
  const sessionContext = { session: { kernel: { requestExecute } }, kernelDisplayStatus: "idle" };
  const tracker = { currentWidget: { sessionContext, node: { querySelector: () => drawn } } };
  const standing = inSite(tracker, "http://a/cursus/");
  assert.deepEqual((await standing.first()).lessons, ["none done"]);
  let answered = false;
  const now = standing.now().then((one) => { answered = true; return one; });
  await new Promise((done) => setTimeout(done, 20));
  assert.equal(answered, false); // the exercises come first
  drawn = {};
  assert.deepEqual(await now, told);
  assert.deepEqual(await inSite(tracker, "http://a/cursus/").first(), { language: "nl", ...told });
  assert.deepEqual((await inSite(tracker, "http://a/ander/").first()).lessons, ["none done"]);
});

/** Whether JupyterLab hears of a key, or of a double click, on a place in a lesson. */
function heard({ place = ".jp-MarkdownCell.jp-mod-rendered", editable = false, on = true, about = { title: "Les" }, ...event }) {
  const listeners = {};
  globalThis.window = { addEventListener: (type, listener) => { listeners[type] = listener; } };
  const node = { contains: () => true };
  const cell = { node, model: { getMetadata: () => editable } };
  const panel = { node, content: { widgets: [cell] }, context: { model: { getMetadata: () => about } } };
  reading({ tracker: { find: (fits) => [panel].find(fits) }, isOn: () => on });
  let reached = true;
  const target = { closest: (selector) => selector.split(", ").includes(place) };
  listeners[event.key ? "keydown" : "dblclick"]({ target, stopImmediatePropagation: () => { reached = false; }, ...event });
  return reached;
}

test("on a text of a lesson a single key or a double click changes nothing", () => {
  for (const key of ["ArrowLeft", "Enter", "m", "x", "0"]) assert.equal(heard({ key }), false, key);
  assert.equal(heard({}), false);
  for (const event of [{ key: "ArrowDown" }, { key: "s", ctrlKey: true }, { key: "Enter", shiftKey: true }]) assert.equal(heard(event), true);
});

test("a key in an exercise, in a field or in a cell of one's own is left alone, and so is any other notebook", () => {
  for (const place of [".jp-OutputArea-output", "textarea"]) assert.equal(heard({ key: "1", place }), true, place);
  for (const more of [{ editable: null }, { about: null }, { on: false }]) {
    assert.equal(heard({ key: "x", ...more }), true);
    assert.equal(heard({ ...more }), true);
  }
});
