import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import links, { needs } from "../../course/server/labextensions/overtuigen/links.js";

const settled = () => new Promise((done) => setTimeout(done));

/** A page with one lesson open; `did` is what the extension opened and where it went. */
function page({ one = "", hash = "", pathname = "/lab/tree/modules/nl/01-les.ipynb", added = [] } = {}) {
  const did = [];
  const heard = {};
  const panel = (path) => ({
    context: { path, ready: Promise.resolve() }, revealed: Promise.resolve(), node: { contains: () => true },
    content: { widgets: [], setFragment: async (place) => did.push(["at", path, place]) },
  });
  const lesson = panel("modules/nl/01-les.ipynb");
  globalThis.document = { addEventListener: (kind, listener) => (heard[kind] = listener) };
  globalThis.window = {
    location: { origin: "http://here", hash, href: `http://here${pathname}${hash}` },
    addEventListener: (kind, listener) => (heard[kind] = listener),
    dispatchEvent: ({ type }) => did.push([type]),
    open: (...told) => did.push(["open", ...told]),
  };
  const documents = { openOrReveal: (path) => (did.push(["opened", path]), panel(path)) };
  const tracker = {
    currentWidget: lesson, find: (fits) => [lesson].find(fits), forEach: (visit) => [lesson].forEach(visit),
    widgetAdded: { connect: (listener) => added.push(listener) },
  };
  links({ IDocumentManager: 1 }, { INotebookTracker: 2 }, { PageConfig: { getOption: () => one } }).activate({}, documents, tracker);
  const click = async (href, keys = {}) => {
    const event = { button: 0, ...keys, preventDefault: () => did.push(["kept"]), stopImmediatePropagation: () => {} };
    heard.click({ ...event, target: { closest: () => ({ href }) } });
    await settled();
  };
  return { did, click, heard };
}

beforeEach(() => {
  globalThis.Event = class {
    constructor(type) {
      this.type = type;
    }
  };
});

test("in JupyterLab a link opens the notebook beside this one, at its place", async () => {
  const { did, click } = page();
  await click("http://here/files/modules/nl/bewijs.ipynb?_xsrf=1#cell-id=tips");
  assert.deepEqual(did, [["kept"], ["opened", "modules/nl/bewijs.ipynb"], ["ov-arrive"], ["at", "modules/nl/bewijs.ipynb", "#cell-id=tips"]]);
  assert.equal(needs.length, 3);
});

test("where a notebook has the page for itself, it opens a window, with the place in an address of the same form", async () => {
  for (const before of ["/notebooks/modules/nl/", "/notebooks/index.html?path=modules/nl/"]) {
    const { did, click } = page({ one: "notebooks", pathname: `${before}01-les.ipynb` });
    await click("http://here/files/modules/nl/bewijs.ipynb#cell-id=tips");
    assert.deepEqual(did.at(-1), ["open", `http://here${before}bewijs.ipynb#cell-id=tips`, "modules/nl/bewijs.ipynb"]);
  }
});

test("a link to another site, and a click that asks for a window, are left alone", async () => {
  const { did, click } = page();
  await click("http://there/bewijs.ipynb#cell-id=tips");
  await click("http://here/bewijs.ipynb#cell-id=tips", { ctrlKey: true });
  assert.deepEqual(did, []);
});

test("a page that was opened at a place goes there; another notebook does not", async () => {
  const { did, heard } = page({ hash: "#cell-id=tips", pathname: "/notebooks/modules/nl/01-les.ipynb" });
  await settled();
  assert.deepEqual(did, [["ov-arrive"], ["at", "modules/nl/01-les.ipynb", "#cell-id=tips"]]);
  heard.hashchange();
  await settled();
  assert.equal(did.length, 4);
  const other = page({ hash: "#cell-id=tips", pathname: "/notebooks/modules/nl/bewijs.ipynb" });
  await settled();
  assert.deepEqual(other.did, []);
});
