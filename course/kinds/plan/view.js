import { exercise } from "../../view/frontend/exercise.js";
import { asText, fill, h, paragraphs } from "../../view/frontend/dom.js";
import { asList, asRecord } from "../../view/frontend/values.js";
import { along } from "../../view/frontend/earlier.js";
import { textField } from "../../view/frontend/field.js";
import { versionColumns } from "../../view/frontend/versions.js";
import { print } from "./paper.js";

/** A well-shaped answer: the first step, and where it is handed in the page that goes along. */
export function cleanPlan(raw, content = {}) {
  const { text, earlier } = asRecord(raw);
  return { text: asText(text), ...along(content, asText(earlier), {}) };
}

/** The parts of the page from a reaction of any shape. */
export function partsOf(reaction) {
  const texts = (entry) => ({ title: asText(asRecord(entry).title), text: asText(asRecord(entry).text) });
  const place = (one) => ({ where: asText(asRecord(one).where), page: asText(asRecord(one).page) });
  return asList(asRecord(reaction).parts).map(asRecord).map((part) => ({
    heading: asText(part.heading), entries: asList(part.entries).map(texts), missing: asList(part.missing).map(place),
  }));
}

/** An address that opens a mail to oneself with this in it. */
export function mailTo(subject, body) {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

function drawPlan({ content, t, uid, body, answer, change, say, get, watch }) {
  const title = asText(content.question).split("\n")[0];
  const plain = () => asText(asRecord(get("reaction")).plain);
  const step = textField({
    uid, t, label: t("First step"), rows: 2, oninput: (text) => change({ text, ...along(content, plain(), answer()) }),
  });
  const page = h("div", { class: "ov-page", role: "group", "aria-label": t("Your page") });
  const text = h("textarea", { class: "ov-text", rows: 8, readonly: true, "aria-label": t("Your page as text") });
  const mail = h("a", { class: "ov-button" }, t("Mail it to yourself"));
  const toPaper = () => print({
    title, parts: partsOf(get("reaction")), text: answer().text, when: new Date().toLocaleDateString(t("en-GB"), { day: "numeric", month: "long", year: "numeric" }),
  });
  const press = (label, onclick) => h("button", { type: "button", class: "ov-button", onclick }, label);
  const plainly = h("details", { class: "ov-plain" }, h("summary", {}, t("Your page as text")), text);
  body.append(h("div", {}, step.nodes), page,
    h("div", { class: "ov-row" }, press(t("Print"), toPaper), press(t("Copy as text"), copy), mail), plainly);

  async function copy() {
    try {
      await navigator.clipboard.writeText(plain());
      say(t("Your page is copied."));
    } catch { // a browser may keep the clipboard to itself; then one copies by hand
      plainly.open = true;
      text.select();
      say(t("Your page stands selected below. Copy it with Ctrl+C."));
    }
  }

  function drawPage() {
    fill(page, partsOf(get("reaction")).map(({ heading, entries, missing }) => h("section", {}, h("h5", {}, heading),
      entries.length > 1 ? versionColumns(entries, t) : entries.map((entry) => paragraphs(entry.text)),
      missing.length ? h("p", { class: "ov-missing" }, notYet(missing, t)) : null)));
    text.value = plain();
    mail.href = mailTo(title, plain());
  }

  watch("reaction", drawPage);
  return (now) => {
    step.show(now.text);
    drawPage();
  };
}

/** What is still to be written, with a link to each lesson: beside this one, so that the page stays open. */
function notYet(missing, t) {
  const [before, after] = t("Nothing here yet from: {where}.", { where: "\n" }).split("\n");
  const links = missing.flatMap(({ where, page }, at) => [
    at ? ", " : "", page ? h("a", { href: page, target: "_blank", rel: "noopener" }, where) : where]);
  return [before, ...links, after];
}

export default exercise({ name: "plan", clean: cleanPlan, draw: drawPlan });
