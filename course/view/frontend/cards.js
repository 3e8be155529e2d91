import { h } from "./dom.js";

/** A place that takes cards: a titled group around a list, {node, list, name}. */
export function dropPlace({ title, uid, id, ondrop }) {
  const list = h("ul", { class: "ov-cards", role: "list" });
  const name = h("p", { class: "ov-place-title", id: `${uid}-place-${id}` }, title);
  const node = h("div", { class: "ov-place", role: "group", "aria-labelledby": name.id }, name, list);
  takeDrops(node, uid, ondrop);
  return { node, list, name };
}

/** What makes an element one that can be dragged; the view with this `uid` knows it by what `id` returns then. */
export function draggable(uid, id) {
  return { draggable: "true", ondragstart: (event) => event.dataTransfer.setData(dragType(uid), id()) };
}

/** Let a node take what is dragged in this same view; `ondrop` gets its id. */
export function takeDrops(node, uid, ondrop) {
  const mine = (event) => event.dataTransfer.types.includes(dragType(uid));
  const over = (event) => {
    if (!mine(event)) return;
    event.preventDefault();
    node.classList.add("ov-over");
  };
  node.addEventListener("dragenter", over);
  node.addEventListener("dragover", over);
  node.addEventListener("dragleave", (event) => {
    if (!node.contains(event.relatedTarget)) node.classList.remove("ov-over");
  });
  node.addEventListener("drop", (event) => {
    if (!mine(event)) return;
    event.preventDefault();
    node.classList.remove("ov-over");
    ondrop(event.dataTransfer.getData(dragType(uid)));
  });
}

/** What is dragged in one view only lands in that same view. */
function dragType(uid) {
  return `application/x-${uid}`;
}
