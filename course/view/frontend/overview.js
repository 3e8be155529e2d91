import { asText, fill, h, toggle } from "./dom.js";
import { asList, asRecord, translator } from "./values.js";

/** Sign and word for how far an exercise is. */
function progress(state, t) {
  if (state === "done") return ["✓", t("Done")];
  return state === "partly" ? ["◐", t("Partly done")] : ["○", t("Not yet done")];
}

/** How many rows are done. */
export function countDone(rows) {
  return rows.filter(({ state }) => state === "done").length;
}

function openOverview({ model, el }) {
  const t = translator(asRecord(asRecord(model.get("content")).strings));
  const total = h("p", { class: "ov-total" });
  const table = h("tbody", {});
  const steps = h("ol", {});
  const how = h("div", { class: "ov-steps" }, h("p", { class: "ov-label" }, t("How to hand in")), steps);
  const root = h("div", { class: "ov-exercise ov-overview", role: "group", "aria-label": t("What you have done") },
    total,
    h("table", {},
      h("thead", {}, h("tr", {}, [t("Exercise"), t("State")].map((head) => h("th", { scope: "col" }, head)))), table),
    how);

  function show() {
    const rows = asList(model.get("rows")).map(asRecord);
    total.textContent = t("Done: {done} of {n}", { done: countDone(rows), n: rows.length });
    fill(table, rows.map((row) => rowNode(row, t)));
    const lines = asList(model.get("steps")).map(asText).filter(Boolean);
    fill(steps, lines.map((line) => h("li", {}, line)));
    toggle(how, lines.length > 0);
  }

  show();
  el.append(root);
  model.on("change:rows", show);
  model.on("change:steps", show);
  return () => {
    model.off("change:rows", show);
    model.off("change:steps", show);
  };
}

function rowNode({ question, state, detail }, t) {
  const [sign, word] = progress(state, t);
  return h("tr", { "data-state": asText(state) },
    h("th", { scope: "row" }, asText(question)),
    h("td", {}, h("span", { class: "ov-verdict" }, h("span", { "aria-hidden": "true" }, sign), ` ${word}`),
      asText(detail) ? h("span", { class: "ov-reason" }, detail) : null));
}

export default { render: openOverview };
