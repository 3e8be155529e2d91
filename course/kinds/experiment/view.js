import { exercise } from "../../view/frontend/exercise.js";
import { asText, fill, h, toggle } from "../../view/frontend/dom.js";
import { dial, numberWriter } from "../../view/frontend/dial.js";
import { asList, asRecord } from "../../view/frontend/values.js";
import { drawing } from "./drawing.js";
import { cleanExperiment, oneMore, roundsNow } from "./rounds.js";

function drawExperiment({ content, t, uid, body, answer, change, say, slot, get, watch }) {
  const written = numberWriter(asText(content.language) || "nl", t);
  const about = asRecord(content.about);
  const empty = t("not filled in yet");
  const asked = asRecord(content.guess);
  const guess = dial({
    ...asked, label: `${asText(asked.label)} (${inside(asText(asked.axis))})`, empty, written,
    put: (value) => answer().tried.length || change({ ...answer(), guess: value }),
  });
  const dials = asList(content.settings).map(asRecord).filter(({ free }) => free).map((setting) => ({
    id: setting.id,
    dial: dial({
      ...setting, empty, written,
      put: (value) => change({ ...answer(), settings: { ...answer().settings, [setting.id]: value } }),
    }),
  }));
  const prediction = h("fieldset", { class: "ov-fieldset ov-dials" },
    h("legend", { class: "ov-label" }, t("Your prediction")), guess.node);
  const controls = h("fieldset", { class: "ov-fieldset ov-dials", hidden: true },
    h("legend", { class: "ov-label" }, t("Change something, and run again")), dials.map((one) => one.dial.node));
  const run = h("button", { type: "button", class: "ov-button", onclick: start });
  const lack = h("p", { class: "ov-help", id: `${uid}-lack` });
  run.setAttribute("aria-describedby", lack.id);
  const charts = h("div", { class: "ov-charts" });
  const said = h("p", { class: "ov-said" });
  const line = h("p", { class: "ov-honest" });
  const table = h("div", { class: "ov-numbers", tabindex: "0" });
  const drawn = h("div", { class: "ov-drawn", hidden: true }, charts, said, line,
    h("details", {}, h("summary", {}, t("The numbers as a table")), table));
  const ends = Object.entries(asRecord(content.options)).map(([id, text]) => {
    const input = h("input", {
      type: "radio", name: `${uid}-end`, onchange: () => change({ ...answer(), conclusion: id }),
    });
    return { id, input, nodes: [h("label", { class: "ov-option" }, input, h("span", {}, String(text))), slot(id)] };
  });
  const conclusion = h("fieldset", { class: "ov-fieldset ov-ends", hidden: true },
    h("legend", { class: "ov-label" }, t("What follows from it?")), ends.map(({ nodes }) => nodes));
  body.append(prediction, controls, h("div", { class: "ov-row" }, run, lack), drawn, conclusion, words(about, t));
  let begun = false; // whether a round was started here
  let told; // the newest summary

  function start() {
    const lacking = missing(answer());
    if (lacking) return say(lacking);
    begun = true;
    const seed = answer().seed ?? Math.floor(Math.random() * (asRecord(content.limits).seed + 1));
    change(oneMore({ ...answer(), seed }, asRecord(content.limits)));
  }

  /** Why no round can be done; empty when one can. */
  function missing(now) {
    if (now.guess === null) return t("Make a prediction first: move the slider.");
    return roundsNow(now) >= asRecord(content.limits).rounds ? t("That is enough like this. Change something.") : "";
  }

  function react() {
    const { charts: pictures, summary, verdict, line: sentence, columns, rows } = asRecord(get("reaction"));
    toggle(drawn, Boolean(summary));
    fill(charts, asList(pictures).map(drawing));
    said.textContent = asText(verdict);
    line.textContent = asText(sentence);
    toggle(line, asText(sentence) !== "");
    fill(table, grid(asList(columns), asList(rows)));
    // Two rounds may be under way at once: what counts is whether there is something new to tell.
    if (begun && summary !== told) say([summary, answer().tried.length > 1 ? "" : verdict].map(asText).join(" ").trim());
    told = summary;
  }

  watch("reaction", react);
  react();
  return (now) => {
    const ran = now.tried.length > 0;
    guess.show(now.guess);
    guess.input.disabled = ran;
    for (const one of dials) one.dial.show(now.settings[one.id]);
    toggle(controls, ran && dials.length > 0);
    toggle(conclusion, ran);
    for (const { id, input } of ends) input.checked = now.conclusion === id;
    run.classList.toggle("ov-main", !ran);
    run.textContent = ran ? t("Run again") : t("Record my prediction and run");
    lack.textContent = missing(now) || about.round;
    // Not `disabled`: the button that was just pressed would lose focus.
    run.setAttribute("aria-disabled", String(missing(now) !== ""));
  };
}

function grid(columns, rows) {
  if (!rows.length) return null;
  return h("table", {},
    h("thead", {}, h("tr", {}, columns.map((text) => h("th", { scope: "col" }, text)))),
    h("tbody", {}, rows.map(([first, ...rest]) =>
      h("tr", {}, h("th", { scope: "row" }, first), rest.map((text) => h("td", {}, text))))));
}

/** What the simulation assumes, leaves out and builds on; folded. */
function words(about, t) {
  const list = (head, lines) => [h("p", { class: "ov-label" }, head), h("ul", {}, asList(lines).map((one) => h("li", {}, one)))];
  const sources = asList(about.sources).map(asRecord).map(({ text, link }) =>
    (link ? h("a", { href: link, target: "_blank", rel: "noopener" }, text) : text));
  return h("details", { class: "ov-about" },
    h("summary", {}, t("This is a simulation: what it assumes and what it leaves out")),
    list(t("It assumes"), about.assumes), list(t("It leaves out"), about.leaves_out),
    sources.length ? list(t("It builds on"), sources) : null);
}

/** The title of an axis as it stands in brackets behind something else. */
function inside(title) {
  return title.slice(0, 1).toLowerCase() + title.slice(1);
}

export default exercise({ name: "experiment", clean: cleanExperiment, draw: drawExperiment, part: ({ conclusion }) => conclusion });
