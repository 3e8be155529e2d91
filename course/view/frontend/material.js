import { h } from "./dom.js";

/** Elements of a tree [tag, class, ...nodes] that the kernel made; `slot` stands where the tree leaves room for it. */
export function material(node, slot) {
  if (!Array.isArray(node)) return String(node);
  const [tag, name, ...inner] = node;
  if (tag === "slot") return slot;
  return h(tag, { class: name || null }, inner.map((each) => material(each, slot)));
}
