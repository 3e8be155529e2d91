import { exercise } from "../../view/frontend/exercise.js";
import { asText, fill, h, paragraphs, toggle } from "../../view/frontend/dom.js";
import { asList, asRecord, same } from "../../view/frontend/values.js";
import { cleanAlong, earlierText } from "../../view/frontend/earlier.js";
import { cleanCompared, comparison } from "../../view/frontend/compared.js";
import { material } from "../../view/frontend/material.js";
import { textField } from "../../view/frontend/field.js";
import { countWords, splitWords, wordDiff } from "../../view/frontend/words.js";

/** How long the typing must rest before the coach's summary is spoken. */
const REST = 2500;

/** A well-shaped answer: a text and the versions that were set aside. */
export function cleanRewrite(raw, content = {}) {
  const { text, versions } = asRecord(raw);
  return {
    text: asText(text),
    versions: asList(versions).map(asRecord).map(({ at, text: old }) => ({ at: asText(at), text: asText(old) })),
    ...cleanAlong(raw, content),
    ...cleanCompared(raw, content),
  };
}

function drawRewrite({ content, t, uid, body, answer, change, say, watch, get }) {
  const original = asText(content.original);
  const edit = (text) => change({ ...answer(), text, ...earlier.along() });
  const text = textField({ uid, t, label: t("Your version"), rows: 10, least: content.min_words, oninput: edit });
  const earlier = earlierText({ content, t, uid, get, watch, answer, change, say, take: edit, field: text.field });
  const compared = comparison({ content, t, uid, get, watch, answer, change, say });
  const begin = button(t("Start from the original"), () => {
    edit(original);
    text.field.focus();
  });
  const store = button("", () => {
    const { text: now, versions } = answer();
    if (!now.trim() || now === versions.at(-1)?.text) return say(t("There is nothing new to keep."));
    change({ ...answer(), text: now, versions: [...versions, { at: new Date().toISOString(), text: now }] });
    say(t("Version {n} is kept.", { n: versions.length + 1 }));
  });
  const findings = h("ul", { class: "ov-findings", role: "list" });
  const coach = asList(content.criteria).length ? h("div", { class: "ov-coach", role: "group", "aria-label": t("What the coach sees") },
    h("p", { class: "ov-label", "aria-hidden": "true" }, t("What the coach sees")), findings) : null;
  const versionList = h("ol", { class: "ov-versions" });
  const versions = h("div", { hidden: true }, h("p", { class: "ov-label" }, t("Your versions")), versionList);
  let listed = [];
  const beside = h("select", { class: "ov-button ov-small", id: `${uid}-beside`, onchange: compareNow });
  const pages = h("ol", { class: "ov-version-columns", role: "list" });
  const compare = h("details", { class: "ov-compare", ontoggle: compareNow },
    h("summary", {}, t("Lay versions side by side")),
    h("label", { class: "ov-label", for: beside.id }, t("Beside what stands there now")), beside, pages);
  body.append(
    h("div", { class: coach ? "ov-columns ov-coached" : "ov-columns" },
      h("div", { class: "ov-original" }, h("p", { class: "ov-label" }, t("The original")),
        content.around ? material(content.around, paragraphs(original)) : paragraphs(original), earlier.node),
      h("div", { class: "ov-own" }, text.nodes, h("div", { class: "ov-row" }, store, begin)), coach),
    versions, compare, ...[compared.node].filter(Boolean));

  function button(label, onclick) {
    return h("button", { type: "button", class: "ov-button", onclick }, label);
  }

  function compareNow() {
    if (!compare.open) return;
    const now = answer().text;
    const then = beside.value ? answer().versions[Number(beside.value)].text : original;
    const parts = wordDiff(then, now);
    fill(pages, page(beside.selectedOptions[0].label, then, "del"), page(t("Your version"), now, "ins"));

    function page(title, text, kind) {
      return h("li", {}, h("p", { class: "ov-label" }, title), h("p", { class: "ov-diff" }, marked(text, parts, kind).map((part) => diffNode(part, t))));
    }
  }

  function restore(version, n) {
    edit(version.text);
    text.field.focus();
    say(t("Version {n} is back in the text field.", { n }));
  }

  if (coach) watchCoach({ watch, get, t, uid, least: content.min_words, answer, findings, say, field: text.field });

  return (now) => {
    text.show(now.text);
    earlier.show();
    compared.show(now);
    store.textContent = t("Set version {n} aside", { n: now.versions.length + 1 });
    toggle(begin, now.text === "" && original !== "");
    toggle(compare, now.text.trim() !== "");
    toggle(versions, now.versions.length > 0);
    if (!beside.length || !same(listed, now.versions)) listVersions(now.versions);
    compareNow();
  };

  function listVersions(all) {
    listed = all;
    const { value } = beside;
    fill(beside, [["", t("The original")], ...all.map((_, at) => [String(at), t("Version {n}", { n: at + 1 })])].map(
      ([option, name]) => h("option", { value: option, selected: option === value }, name)));
    fill(versionList, all.map((version, at) => h("li", {},
      h("span", { class: "ov-version-name" }, `${moment(version.at)} · ${t("Words: {n}", { n: countWords(version.text) })}`),
      h("button", {
        type: "button", class: "ov-button ov-small", onclick: () => restore(version, at + 1),
        "aria-label": t("Put back version {n}", { n: at + 1 }),
      }, t("Put back")))));
  }
}

/**
 * Findings come and go while one types; only a short summary is spoken, once the typing rests. Below the least number of
 * words it judges nothing. One finding is open at a time: the one that the writer opened, or else the next step.
 */
function watchCoach({ watch, get, t, uid, least, answer, findings, say, field }) {
  let timer;
  let spoken = "";
  let chosen = null; // what the writer opened, "" when that was folded again
  const keyOf = ({ title, verdict }) => `${title} ${verdict}`; // one that is judged anew is another one
  const show = () => {
    const all = asList(asRecord(get("reaction")).coach).map(asRecord);
    const early = countWords(answer().text) < least;
    if (chosen && !all.some((finding) => keyOf(finding) === chosen)) chosen = null;
    const open = chosen ?? keyOf(nextStep(all) ?? {});
    const silent = early ? t("The coach reads along from {n} words on.", { n: least })
      : all.length ? "" : t("The coach reads along while you write.");
    fill(findings, silent ? h("li", { class: "ov-help" }, silent)
      : all.map((finding) => {
        const head = h("summary", { onclick: () => { chosen = head.parentNode.open ? "" : keyOf(finding); } }, headOf(finding, t));
        return h("li", { class: "ov-finding", "data-verdict": asText(finding.verdict) },
          h("details", { name: `${uid}-coach`, open: keyOf(finding) === open }, head, toldOf(finding, t, pointOut)));
      }));
    return early ? "" : summaryOf(all, t);
  };
  /** Select a passage in the text: there it cannot be underlined. */
  const pointOut = (quote) => {
    const at = field.value.indexOf(quote);
    if (at < 0) return; // it was changed since
    field.setSelectionRange(at, at + quote.length);
    field.focus();
  };
  spoken = show();
  watch("reaction", () => {
    const summary = show();
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (summary !== spoken) say(summary);
      spoken = summary;
    }, REST);
  });
}

/** Which finding helps most now: one with a next step, or else one that asks something; none when all is seen. */
export function nextStep(all) {
  const first = (verdict) => all.find((finding) => finding.verdict === verdict);
  return first("not_yet") ?? first("look");
}

/** What is spoken of the findings once the typing rests. */
function summaryOf(all, t) {
  const judged = all.filter(({ verdict }) => verdict !== "look");
  const met = judged.filter(({ verdict }) => verdict === "seen").length;
  const asked = all.length - judged.length;
  return [
    judged.length ? t("Coach: {met} of {n} seen.", { met, n: judged.length }) : "",
    asked ? t("The coach asks you something: {n}.", { n: asked }) : "",
  ].filter(Boolean).join(" ");
}

/** Sign and word for what the coach says: it sees it, it knows a next step, or it asks the writer to look. */
function coachWord(verdict, t) {
  if (verdict === "seen") return ["✓", t("seen")];
  return verdict === "not_yet" ? ["→", t("one more step")] : ["?", t("look yourself")];
}

function headOf({ verdict, title }, t) {
  const [sign, word] = coachWord(verdict, t);
  return [h("span", { class: "ov-verdict" }, h("span", { "aria-hidden": "true" }, sign), ` ${word}`), " ", h("strong", {}, asText(title))];
}

function toldOf({ spans, reason, question, next_step: next }, t, pointOut) {
  return [
    asList(spans).map(asRecord).map(({ quote }) => h("p", { class: "ov-seen" },
      h("button", { type: "button", class: "ov-quote", title: t("Point out in my text"), onclick: () => pointOut(asText(quote)) }, `“${asText(quote)}”`))),
    asText(reason) ? h("p", { class: "ov-reason" }, reason) : null,
    asText(question) ? h("p", { class: "ov-asked" }, question) : null,
    asText(next) ? h("p", { class: "ov-next" }, `${t("Next step")}: ${next}`) : null,
  ];
}

/** From so many words in a row on, two texts are told to be the same there: fewer are chance, and make confetti. */
const RUN = 3;

/** A text as it was written, in stretches: of `kind` (del or ins) where the other text has other words, or the same. */
export function marked(text, parts, kind) {
  const kinds = parts.flatMap((part, at) => {
    const words = splitWords(part.text);
    const chance = words.length < RUN && at > 0 && at < parts.length - 1;
    return part.kind === "same" || part.kind === kind ? words.map(() => (part.kind === kind || chance ? kind : "same")) : [];
  });
  const stretches = [];
  const add = (here, piece) => {
    if (stretches.at(-1)?.kind === here) stretches.at(-1).text += piece;
    else if (piece) stretches.push({ kind: here, text: piece });
  };
  let at = 0;
  for (const [n, word] of splitWords(text).entries()) {
    const start = text.indexOf(word, at);
    add(kinds[n] === kinds[n - 1] ? kinds[n] : "same", text.slice(at, start));
    add(kinds[n], word);
    at = start + word.length;
  }
  return stretches;
}

function diffNode({ kind, text }, t) {
  if (kind === "same") return text;
  return h(kind, {}, h("span", { class: "ov-sr" }, kind === "del" ? t("removed: ") : t("added: ")), text,
    h("span", { class: "ov-sr" }, t(" (end) ")));
}

function moment(iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  const two = (n) => String(n).padStart(2, "0");
  return `${two(at.getDate())}-${two(at.getMonth() + 1)} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

export default exercise({ name: "rewrite", clean: cleanRewrite, draw: drawRewrite });
