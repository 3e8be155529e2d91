import { test } from "node:test";
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";

const COURSE = new URL("../../../course/", import.meta.url);
const files = globSync("**/*.js", { cwd: COURSE }).filter((name) => /^(view\/frontend|kinds)\//.test(name));
const sources = Object.fromEntries(files.map((name) => [name, readFileSync(new URL(name, COURSE), "utf8")]));
const views = files.filter((name) => /^kinds\/\w+\/view\.js$|overview\.js$/.test(name));

test("there are views", () => assert.ok(views.length > 9));

for (const view of views) {
  test(`${view} is a module that renders`, async () => {
    const { default: entry } = await import(new URL(view, COURSE));
    assert.equal(typeof entry.render, "function");
  });
}

test("imports and exports have the one form that can be joined into a single module", () => {
  for (const [name, source] of Object.entries(sources)) {
    for (const line of source.split("\n")) {
      if (/^import\b/.test(line)) assert.match(line, /^import \{ [\w, ]+ \} from "\.{1,2}\/[\w./-]+\.js";$/, name);
      if (/^export\b/.test(line)) assert.match(line, /^export (function|const|default)\b/, name);
    }
    assert.doesNotMatch(source, /\bimport\(|\bimport \*|\bas \w+ \}/, name);
  }
});

test("nothing reaches the page as markup", () => {
  for (const [name, source] of Object.entries(sources)) {
    assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/, name);
  }
});

test("strings are literal where they are translated, so that they can be collected", () => {
  for (const [name, source] of Object.entries(sources)) {
    assert.doesNotMatch(source, /(?<![\w.])t\((?!\s*")/, name);
  }
});
