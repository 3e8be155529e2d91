import { asText, fill, h, setText } from "../../view/frontend/dom.js";
import { asList, asRecord, put } from "../../view/frontend/values.js";
import { takeDrops } from "../../view/frontend/cards.js";
import { takesBack } from "../../view/frontend/radios.js";

/** The phases beside each other, each with its contact moments and the cards that lie there: {node, show(answer, …)}. */
export function phaseBoard({ content, t, uid, answer, change, clear, slot, drop }) {
  const phases = Object.entries(asRecord(content.phases)).map(([id, title], at) => {
    const name = h("p", { class: "ov-place-title", id: `${uid}-place-${id}` });
    const body = content.own ? ownFields(id, at, asText(title)) : given(id);
    const cards = h("ul", { class: "ov-landed", role: "list", "aria-label": t("Gestures here") });
    const node = h("div", { class: "ov-place", role: "group", "aria-labelledby": name.id }, name,
      h("div", { class: "ov-there" }, body.nodes), cards);
    takeDrops(node, uid, drop(id));
    return { id, at, name, cards, node, show: body.show };
  });
  const heads = [t("Contact"), t("Gesture")].map((word) => h("span", { class: "ov-head ov-label", "aria-hidden": "true" }, word));
  const node = h("div", { class: `ov-phases${phases.length > 4 ? " ov-many" : ""}`, style: `--ov-phases: ${phases.length}` },
    heads, phases.map((phase) => phase.node));

  /** What an author gave: moments to label, moments that are told, or none at all. */
  function given(id) {
    const told = asList(asRecord(content.touchpoints)[id]).map(asText).filter(Boolean);
    const moments = Object.entries(asRecord(asRecord(content.moments)[id]));
    const labelled = Object.keys(asRecord(content.labels)).length > 0;
    const silent = !told.length && !moments.length && labelled;
    const choices = moments.map(([name, text]) => labelChoice(name, asText(text)));
    if (labelled && !moments.length) choices.push(labelChoice(id, silent ? t("No contact") : "", asText(content.phases[id])));
    return {
      nodes: [told.length ? h("ul", { class: "ov-stops" }, told.map((stop) => h("li", {}, stop))) : null, choices.map((one) => one.node)],
      show: (now) => choices.forEach((one) => one.show(now)),
    };
  }

  /** A moment with the labels that it can have, as radio buttons. */
  function labelChoice(id, text, asked = text) {
    const inputs = Object.entries(asRecord(content.labels)).map(([label, word]) => {
      const input = h("input", { type: "radio", name: `${uid}-label-${id}`,
        onchange: () => change({ ...answer(), labels: put(asRecord(answer().labels), id, label) }) });
      const node = h("label", { class: "ov-pill" }, input, h("span", {}, asText(word)));
      takesBack(node, input, () => clear("labels", id, group.getAttribute("aria-label")));
      return { label, input, node };
    });
    const group = h("div", { class: "ov-pills", role: "radiogroup" }, inputs.map(({ node }) => node));
    return {
      node: h("div", { class: "ov-moment" }, text ? h("p", {}, text) : null, group, slot(id)),
      show({ labels }, name) {
        group.setAttribute("aria-label", t("What is this: {moment}", { moment: asked || name }));
        for (const { label, input } of inputs) input.checked = asRecord(labels)[id] === label;
      },
    };
  }

  /** The fields in which a participant names a phase and tells its moments. */
  function ownFields(id, at, hint) {
    const field = (part, label, name, attributes, tag) => {
      const node = h(tag, { ...attributes, class: "ov-text", id: `${uid}-${part}-${id}`, "aria-label": name,
        oninput: () => change({ ...answer(), [part]: put(asRecord(answer()[part]), id, node.value) }) });
      return { part, node, nodes: [h("label", { class: "ov-label", for: node.id }, label), node] };
    };
    const fields = [
      field("names", t("Name"), t("Name of phase {n}", { n: at + 1 }), { type: "text", placeholder: hint }, "input"),
      field("contacts", t("Contacts"), t("Contacts in phase {n}, a line each", { n: at + 1 }), { rows: 3 }, "textarea"),
    ];
    const choice = Object.keys(asRecord(content.labels)).length ? labelChoice(id, "") : null;
    return {
      nodes: [fields.map(({ nodes }) => nodes), choice?.node],
      show(now, name) {
        for (const { part, node } of fields) setText(node, asText(asRecord(now[part])[id]));
        choice?.show(now, name);
      },
    };
  }

  return {
    node,
    /** Bring it up to date: `names` of the phases, and the cards in each as [letter, text]. */
    show(now, names, landed) {
      for (const { id, at, name, cards, show } of phases) {
        // Above a field for the name it stays as it is: nothing moves while one types.
        name.textContent = content.own ? t("Phase {n}", { n: at + 1 }) : `${at + 1}. ${names[id]}`;
        show(now, names[id]);
        fill(cards, landed[id].map(([letter, text]) => h("li", {}, h("span", { class: "ov-key" }, letter), h("span", {}, text))));
      }
    },
  };
}
