import { exercise } from "../../view/frontend/exercise.js";
import { asText, fill, h, setText, toggle } from "../../view/frontend/dom.js";
import { asList, asRecord, has, keep, put } from "../../view/frontend/values.js";
import { cleanAlong, earlierText } from "../../view/frontend/earlier.js";
import { cleanCompared, comparison } from "../../view/frontend/compared.js";
import { versionColumns } from "../../view/frontend/versions.js";

/** A well-shaped answer: a text for each known field, and a loose text; an old answer is a loose text alone. */
export function cleanOwnCase(raw, content) {
  const given = asRecord(raw);
  const fields = keep(given.fields, (name, text) => has(content.fields, name) && asText(text) !== "");
  const loose = asText("fields" in given ? given.loose : given.text);
  return { fields, ...(loose ? { loose } : {}), ...cleanAlong(raw, content), ...cleanCompared(raw, content) };
}

/** The texts of an answer below each other, to see whether there are any. */
function wholeOf({ fields, loose }) {
  return [...Object.values(fields), asText(loose)].join("\n").trim();
}

function drawOwnCase({ content, t, uid, body, answer, change, say, get, watch }) {
  const edit = (next) => change({ ...answer(), ...next, ...earlier.along() });
  const rows = Object.entries(asRecord(content.fields)).map(([name, label]) => fieldRow({
    id: `${uid}-${name}`, name, label: asText(label), hint: asText(asRecord(content.hints)[name]),
    oninput: (text) => edit({ fields: put(answer().fields, name, text) }),
  }));
  const loose = fieldRow({
    id: `${uid}-loose`, name: "loose", label: t("What you wrote before there were fields"), hint: t("It stays here. Move to the fields what belongs there."),
    oninput: (text) => edit({ loose: text }),
  });
  /** The last version in the fields: those that it has, and else its whole text in the last one. */
  function take(text) {
    const known = asRecord(asList(asRecord(get("reaction")).versions).at(-1)?.fields);
    edit({ fields: Object.keys(known).length ? known : put(answer().fields, rows.at(-1).name, text) });
  }
  const earlier = earlierText({
    content, t, uid, get, watch, change, say, take, field: rows[0].field,
    answer: () => ({ ...answer(), text: wholeOf(answer()) }),
  });
  const compared = comparison({ content, t, uid, get, watch, answer, change, say });
  const columns = h("div", {});
  const beside = h("details", { class: "ov-beside" }, h("summary", {}, t("Your versions side by side")), columns);
  const own = h("div", { class: "ov-own ov-fields" }, [...rows, loose].map(({ node }) => node));
  body.append(earlier.node ? h("div", { class: "ov-columns" }, earlier.node, own) : own, beside, ...[compared.node].filter(Boolean));

  function compareVersions() {
    const before = asList(asRecord(get("reaction")).versions).map(asRecord);
    const now = rows.map(({ name, label }) => [label, asText(answer().fields[name])]).filter(([, text]) => text.trim());
    const text = [...now.map((row) => row.join(": ")), asText(answer().loose)].filter(Boolean).join("\n\n");
    toggle(beside, before.length > 0);
    fill(columns, versionColumns([...before, { title: t("Now"), text }], t));
  }

  watch("reaction", compareVersions);
  return (now) => {
    for (const row of rows) row.show(asText(now.fields[row.name]));
    loose.show(asText(now.loose));
    // A loose text that is emptied stays in sight as long as one is in it.
    toggle(loose.node, Boolean(now.loose) || loose.node.contains(document.activeElement));
    earlier.show();
    compared.show(now);
    compareVersions();
  };
}

/** A small field with its label and a line of help. */
function fieldRow({ id, name, label, hint, oninput }) {
  const help = hint ? h("p", { class: "ov-help", id: `${id}-help` }, hint) : null;
  const field = h("textarea", { class: "ov-text", id, rows: 2, "aria-describedby": help?.id, oninput: () => oninput(field.value) });
  return { name, label, field, node: h("div", {}, h("label", { class: "ov-label", for: id }, label), help, field), show: (text) => setText(field, text) };
}

export default exercise({ name: "owncase", clean: cleanOwnCase, draw: drawOwnCase });
