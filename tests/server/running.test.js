import assert from "node:assert/strict";
import { test } from "node:test";

import running, { needs } from "../../course/server/labextensions/overtuigen/running.js";

const nowhere = { getBoundingClientRect: () => ({ top: 0, bottom: 0 }) };
const settled = () => new Promise((done) => setTimeout(done));

function signal() {
  const heard = [];
  return { connect: (listener) => heard.push(listener), emit: (...told) => heard.forEach((listener) => listener(null, ...told)) };
}

/** A page with one notebook in it; `ran`, `asked` and `told` are what the extension did. */
async function page({ status = 200, answer, setting = true, about = { language: "nl" }, kernel = "python3", fails } = {}) {
  const sources = ["one", "two"];
  const ran = [];
  const asked = [];
  const told = [];
  const widgets = sources.map((_source, at) => ({
    node: nowhere,
    model: { type: "code", executionState: "idle", sharedModel: { getSource: () => sources[at] } },
  }));
  widgets.splice(1, 0, { node: nowhere, model: { type: "markdown" } });
  const sessionContext = {
    session: { kernel: { id: "first", name: kernel } },
    kernelDisplayStatus: "idle",
    statusChanged: signal(),
    connectionStatusChanged: signal(),
  };
  const context = { path: "les.ipynb", ready: Promise.resolve(), model: { getMetadata: () => about }, sessionContext };
  const panels = [{ context, content: { node: nowhere, outerNode: nowhere, viewportNode: null, widgets } }];
  const tracker = {
    widgetAdded: signal(),
    forEach: (visit) => panels.forEach(visit),
    find: (fits) => panels.find(fits),
  };
  const respond = async (url, { body }) => {
    asked.push([url, JSON.parse(body)]);
    if (fails) throw new Error("no server");
    return { ok: status === 200, status, json: async () => answer ?? { kernel: "python3", cells: ["one", "two"] } };
  };
  const packages = [
    { INotebookTracker: "tracker" },
    { CodeCell: { execute: async (cell) => void ran.push(cell.model.sharedModel.getSource()) } },
    { ServerConnection: { makeRequest: respond } },
    { ISettingRegistry: "settings" },
    { Dialog: { tracker: { forEach: () => {} } }, Notification: { warning: (message) => told.push(message) } },
  ];
  const registry = { load: async () => ({ composite: { runs: setting } }) };
  const { activate } = running(...packages);
  const start = async () => {
    activate({ serviceManager: { serverSettings: { baseUrl: "http://localhost/user/anna/" } } }, tracker, registry);
    await settled();
  };
  return { ran, asked, told, sources, widgets, sessionContext, tracker, panels, context, start };
}

test("every cell runs once, in order, and what is asked is a path under the base address", async () => {
  const { ran, asked, sessionContext, tracker, context, start } = await page();
  await start();
  assert.deepEqual(asked, [["http://localhost/user/anna/overtuigen/runs", { path: "les.ipynb" }]]);
  sessionContext.statusChanged.emit("busy");
  sessionContext.statusChanged.emit("idle");
  tracker.widgetAdded.emit({ context }); // another view of it
  await settled();
  assert.deepEqual(ran, ["one", "two"]);
  assert.equal(needs.length, 8);
});

test("a kernel that begins anew, or another one, runs them again; a line that was down does not", async () => {
  const { ran, sessionContext, start } = await page();
  await start();
  sessionContext.connectionStatusChanged.emit("connecting");
  sessionContext.connectionStatusChanged.emit("connected");
  await settled();
  assert.equal(ran.length, 2);
  for (const status of ["restarting", "autorestarting"]) {
    sessionContext.kernelDisplayStatus = "restarting";
    sessionContext.statusChanged.emit(status);
    await settled();
    sessionContext.kernelDisplayStatus = "idle";
    sessionContext.statusChanged.emit("idle");
    await settled();
  }
  assert.equal(ran.length, 6);
  sessionContext.session.kernel = { id: "second", name: "python3" };
  sessionContext.statusChanged.emit("idle");
  await settled();
  assert.equal(ran.length, 8);
});

test("nothing runs but the cells that were asked about, all of them, in their order", async () => {
  for (const cells of [["one"], ["two", "one"], ["one", "two", "three"], ["one", "two "], [], undefined]) {
    const { ran, start } = await page({ answer: { kernel: "python3", cells } });
    await start();
    assert.deepEqual(ran, [], String(cells));
  }
});

test("a cell that changes while the answer is under way stops all of them", async () => {
  const { ran, sources, start } = await page();
  const started = start();
  sources[1] = "harm()";
  await started;
  assert.deepEqual(ran, []);
});

test("nothing runs in another kernel, or while somebody runs a cell", async () => {
  const shell = await page({ kernel: "bash" });
  await shell.start();
  assert.deepEqual(shell.ran, []);
  const busy = await page();
  busy.widgets[0].model.executionState = "running";
  await busy.start();
  assert.deepEqual(busy.ran, []);
});

test("one setting switches it off: nothing is asked", async () => {
  const { ran, asked, start } = await page({ setting: false });
  await start();
  assert.deepEqual([ran, asked], [[], []]);
});

test("a server without the course is told of, in a notebook of the course alone", async () => {
  const ours = await page({ status: 404 });
  await ours.start();
  assert.match(ours.told.join(), /^De oefeningen beginnen niet vanzelf/);
  assert.deepEqual(ours.ran, []);
  const english = await page({ status: 404, about: { language: "en" } });
  await english.start();
  assert.match(english.told.join(), /^The exercises do not begin/);
  for (const other of [{ status: 404, about: undefined }, { status: 403 }, { status: 500 }, { fails: true }]) {
    const { ran, told, start } = await page({ ...other, about: other.about ?? null });
    await start();
    assert.deepEqual([ran, told], [[], []]);
  }
});
