import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";

const FOLDER = new URL("../../../course/view/frontend/", import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".js"));
const sources = Object.fromEntries(files.map((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")]));
const KINDS = ["choose", "sort", "mark", "match", "rewrite", "journey", "reflect", "dilemma", "flashcards", "overview"];

for (const kind of KINDS) {
  test(`${kind} is a module that renders`, async () => {
    const { default: entry } = await import(new URL(`${kind}.js`, FOLDER));
    assert.equal(typeof entry.render, "function");
  });
}

test("imports and exports have the one form that can be joined into a single module", () => {
  for (const [name, source] of Object.entries(sources)) {
    for (const line of source.split("\n")) {
      if (/^import\b/.test(line)) assert.match(line, /^import \{ [\w, ]+ \} from "\.\/[\w-]+\.js";$/, name);
      if (/^export\b/.test(line)) assert.match(line, /^export (function|const|default)\b/, name);
    }
    assert.doesNotMatch(source, /\bimport\(|\bimport \*|\bas \w+ \}/, name);
  }
});

test("names at top level are unique across files", () => {
  const owners = {};
  for (const [name, source] of Object.entries(sources)) {
    for (const [, , found] of source.matchAll(/^(?:export )?(function|const|let|class) (\w+)/gm)) {
      assert.equal(owners[found], undefined, `${found} is in ${name} and in ${owners[found]}`);
      owners[found] = name;
    }
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
