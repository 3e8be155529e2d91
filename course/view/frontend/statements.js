import { h, toggle } from "./dom.js";
import { asRecord, translator } from "./values.js";

/** Text without what is typed differently by different people: capitals, accents and spaces. */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{Diacritic}/gu, "").replace(/\s+/g, " ").trim().toLowerCase();
}

/** Whether a statement, {classes, text}, is among what is chosen, {lesson, strength, words}; what is empty chooses all. */
export function fits({ classes, text }, { lesson, strength, words }) {
  const wanted = [lesson && `ov-in-${lesson}`, strength && `ov-strength-${strength}`].filter(Boolean);
  return wanted.every((name) => classes.includes(name)) && plain(words).split(" ").every((word) => plain(text).includes(word));
}

/** The cells below the one that `el` is in, in groups: a heading and what stands under it. */
function groupsBelow(el) {
  const cells = [...(el.closest(".jp-Notebook")?.querySelectorAll(".jp-Cell") ?? [])];
  const groups = [];
  for (const cell of cells.slice(cells.findIndex((one) => one.contains(el)) + 1)) {
    const mark = cell.querySelector(".ov-statement");
    if (!mark) groups.push({ heading: cell, statements: [] });
    else groups.at(-1)?.statements.push({ cell, classes: [...mark.classList], text: cell.textContent });
  }
  return groups;
}

function openFilter({ model, el }) {
  const { strings, lessons, strengths } = asRecord(model.get("content"));
  const t = translator(asRecord(strings));
  const pick = (all, options) =>
    h("select", { class: "ov-text" }, h("option", { value: "" }, all), Object.entries(asRecord(options)).map(([value, label]) => h("option", { value }, label)));
  const words = h("input", { type: "search", class: "ov-text" });
  const lesson = pick(t("All lessons"), lessons);
  const strength = pick(t("All strengths"), strengths);
  const count = h("p", { class: "ov-count", role: "status" });
  const all = h("button", { type: "button", class: "ov-button", onclick: showAll }, t("Show everything"));
  const field = (label, control) => h("label", {}, h("span", { class: "ov-label" }, label), control);
  const root = h("div", { class: "ov-exercise ov-filter", role: "search", "aria-label": t("Choose from this page") },
    h("div", { class: "ov-filter-fields" },
      field(t("Words"), words), field(t("Lesson"), lesson), field(t("Strength"), strength)),
    h("div", { class: "ov-filter-foot" }, count, all));

  function choose() {
    const choice = { lesson: lesson.value, strength: strength.value, words: words.value };
    const chosen = Object.values(choice).some((one) => one.trim());
    let shown = 0;
    let total = 0;
    for (const { heading, statements } of groupsBelow(el)) {
      const fitting = statements.filter((one) => fits(one, choice));
      for (const one of statements) one.cell.classList.toggle("ov-hidden", !fitting.includes(one));
      heading.classList.toggle("ov-hidden", !fitting.length);
      shown += fitting.length;
      total += statements.length;
    }
    count.textContent = chosen ? t("{shown} of {n} shown", { shown, n: total }) : "";
    toggle(all, chosen);
  }

  function showAll() {
    for (const one of [words, lesson, strength]) one.value = "";
    choose();
    words.focus({ preventScroll: true });
  }

  /** Somebody follows a link to a statement: it must be there. */
  function arrive() {
    for (const one of [words, lesson, strength]) one.value = "";
    choose();
  }

  root.addEventListener("input", choose);
  window.addEventListener("ov-arrive", arrive);
  toggle(all, false);
  el.append(root);
  return () => window.removeEventListener("ov-arrive", arrive);
}

export default { render: openFilter };
