import { asText, fill, h } from "./dom.js";
import { asList, same } from "./values.js";

/**
 * Verdicts that stand on the part that they are about: {slot(id), show(items)}.
 * `words` has a sign and a word for each verdict: never colour alone.
 */
export function verdictBoard(words, t) {
  const slots = new Map();

  function slotOf(id) {
    if (!slots.has(id)) slots.set(id, { node: h("div", { class: "ov-slot" }), item: null });
    return slots.get(id);
  }

  return {
    /** The node for the verdict on a part; empty as long as there is none. */
    slot: (id) => slotOf(id).node,
    /** Put each item in its slot and empty the rest. Returns the items that no slot was made for. */
    show(items) {
      for (const [id, slot] of slots) {
        const item = items.find((each) => each.id === id) ?? null;
        if (same(item, slot.item)) continue; // what the reader folded stays folded
        slot.item = item;
        fill(slot.node, item ? verdictNodes(item, words, t) : []);
      }
      return items.filter(({ id }) => !slots.has(id));
    },
  };
}

/** The verdict on one part; its reason is open where something was wrong, and folded where it was right. */
export function verdictNodes(item, words, t) {
  const [sign, usual] = asList(words[item.verdict]);
  // What was left alone and would have fitted too was not left alone rightly: then that is the verdict.
  const word = (item.verdict === "left" && asText(item.answer)) || usual;
  const told = [asText(item.answer), asText(item.reason)].filter((line) => line && line !== word);
  const verdict = h("span", { class: "ov-verdict" }, h("span", { "aria-hidden": "true" }, sign), ` ${word}`);
  const fine = ["right", "left"].includes(item.verdict);
  return [h("div", { class: "ov-told", "data-verdict": asText(item.verdict) }, told.length
    ? h("details", { open: !fine }, h("summary", {}, verdict, h("span", { class: "ov-why" }, t("Why?"))),
      told.map((line) => h("p", {}, line)))
    : verdict)];
}
