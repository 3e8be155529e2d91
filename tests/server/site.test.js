import assert from "node:assert/strict";
import { test } from "node:test";

import { askKernel, clearWidgets, forgetOpened, isSite, leaveOutPrograms, startKernels } from "../../course/server/labextensions/overtuigen/site.js";

const kernelspecs = { specs: { kernelspecs: { python: {} } } };

/** A kernel that keeps what it is asked, and tells `told`. */
function kernel(told) {
  const asked = [];
  const requestExecute = ({ code }) => {
    const future = {};
    asked.push(code);
    future.done = Promise.resolve().then(() => {
      future.onIOPub({ content: {} });
      if (told) future.onIOPub({ content: { data: { "application/vnd.overtuigen.told+json": told } } });
    });
    return future;
  };
  return { asked, requestExecute };
}

test("what a notebook holds is data in one line of ASCII", async () => {
  const one = kernel({ runs: true });
  assert.deepEqual(await askKernel(one, "begin", "é/\"les\".ipynb", ["a\n!rm\u2028!rm\r\\", "😀"]), { runs: true });
  assert.match(one.asked[0], /^__import__\("course\.browser"\)\.browser\.begin\([ -~]*\)$/);
  assert.doesNotMatch(one.asked[0], /\n/);
});

test("a kernel that tells nothing is a failure", async () => {
  await assert.rejects(askKernel(kernel(null), "begin"));
});

test("notebooks of one name in two folders have a kernel each, and the one in the address begins at once", async () => {
  const begun = [];
  const left = [];
  const sessions = {
    startNew: async (options) => begun.push(options) && { model: options.path, dispose: () => left.push(options.path) },
    connectTo: async ({ model, handles }) => [model, handles],
  };
  startKernels({ sessions, kernelspecs }, { ready: Promise.resolve() }, "modules/les.ipynb");
  await new Promise((done) => setTimeout(done));
  assert.deepEqual(begun.map(({ name, kernel: { name: of } }) => [name, of]), [["modules/les.ipynb", "python"]]);
  const connected = await sessions.startNew({ path: "modules/les.ipynb", name: "les.ipynb" }, { handles: "comms" });
  assert.deepEqual(connected, ["modules/les.ipynb", "comms"]);
  assert.deepEqual(left, ["modules/les.ipynb"]); // nobody else listens to it
  assert.equal(begun.length, 1);
  await sessions.startNew({ path: "exercises/les.ipynb", name: "les.ipynb" });
  await sessions.startNew({ path: "modules/les.ipynb", name: "les.ipynb" });
  assert.deepEqual(begun.map(({ name }) => name), ["modules/les.ipynb", "exercises/les.ipynb", "modules/les.ipynb"]);
});

test("without a service worker a kernel begins as always", async () => {
  const begun = [];
  const sessions = { startNew: async ({ path }) => begun.push(path) };
  startKernels({ sessions, kernelspecs }, { ready: Promise.reject(new Error("no service worker")) }, "les.ipynb");
  await sessions.startNew({ path: "les.ipynb" });
  assert.deepEqual(begun, ["les.ipynb"]);
});

test("widgets of a kernel that is gone are taken away, copies of answers stay", () => {
  const set = [];
  const outputs = (...all) => ({ model: { outputs: { toJSON: () => all, fromJSON: (kept) => set.push(kept) } } });
  const copy = { data: { "text/html": "copy" } };
  clearWidgets([outputs({ data: { "application/vnd.jupyter.widget-view+json": {} } }, copy), outputs(copy), { model: {} }]);
  assert.deepEqual(set, [[copy]]);
});

test("a widget that brings a program along is in no notebook that is given", async () => {
  const stored = (module) => ({ "application/vnd.jupyter.widget-state+json": { state: [{ model_module: module }] } });
  const files = {
    evil: { content: { metadata: { widgets: stored("anywidget"), title: "x" } } },
    fine: { content: { metadata: { widgets: stored("@jupyter-widgets/base") } } },
    text: { content: "anywidget" }, folder: { content: [] }, bare: { content: null },
  };
  const contents = { get: async (path, options) => (options?.content === false ? { content: null } : structuredClone(files[path])) };
  leaveOutPrograms(contents);
  assert.deepEqual(await contents.get("evil"), { content: { metadata: { title: "x" } } });
  assert.deepEqual(await contents.get("evil", { content: false }), { content: null });
  for (const name of ["fine", "text", "folder", "bare"]) assert.deepEqual(await contents.get(name), files[name]);
});

test("the edition without a server is known by its settings", () => {
  assert.equal(isSite({ getOption: () => "" }), false);
  assert.equal(isSite({ getOption: () => "{}" }), true);
  assert.equal(isSite(undefined), false);
});

test("of an earlier visit no notebook is opened again; the rest of the layout stays", async () => {
  const saved = { data: { "notebook:modules/les.ipynb": { data: {} }, "file-browser:cwd": { path: "modules" } } };
  const workspaces = { fetch: async (id) => (id === "default" ? saved : undefined) };
  forgetOpened({ workspaces });
  assert.deepEqual(await workspaces.fetch("default"), { data: { "file-browser:cwd": { path: "modules" } } });
  assert.equal(await workspaces.fetch("ander"), undefined);
});
