import { exercise } from "../../view/frontend/exercise.js";
import { arrange, asText, h, setText, toggle } from "../../view/frontend/dom.js";
import { asList, asRecord, has, keep, put } from "../../view/frontend/values.js";
import { cleanCompared, comparison } from "../../view/frontend/compared.js";
import { draggable, dropPlace } from "../../view/frontend/cards.js";
import { feelingLine } from "./feelings.js";

/** The five feelings in words, from best to worst, as a list reads. */
function feelingWords(t) {
  return [[2, t("very pleasant")], [1, t("pleasant")], [0, t("neutral")], [-1, t("unpleasant")], [-2, t("very unpleasant")]];
}

/** A well-shaped answer: known phases and cards, feelings from -2 to 2. */
export function cleanJourney(raw, content) {
  const { feelings, placed, motives } = asRecord(raw);
  return {
    feelings: keep(feelings, (phase, n) => has(content.phases, phase) && Number.isInteger(n) && Math.abs(n) <= 2),
    placed: keep(placed, (card, phase) => has(content.cards, card) && has(content.phases, phase)),
    motives: keep(motives, (card, text) => has(content.cards, card) && typeof text === "string"),
    ...cleanCompared(raw, content),
  };
}

function drawJourney({ content, t, uid, body, answer, change, say, slot, get, watch }) {
  const phases = asRecord(content.phases);
  const texts = asRecord(content.cards);
  const words = feelingWords(t);
  const compared = comparison({ content, t, uid, get, watch, answer, change, say });
  const withFeelings = content.feelings !== false;
  const cards = Object.entries(texts).map(([id, text]) => journeyCard(id, String(text)));
  const drop = (phase) => (card) => {
    if (has(texts, card) && (answer().placed[card] ?? "") !== phase) place(card, phase);
  };
  const pool = dropPlace({ title: "", uid, id: "pool", empty: t("Everything has a place."), ondrop: drop("") });
  pool.node.classList.add("ov-pool");
  toggle(pool.node, cards.length > 0);
  const columns = Object.entries(phases).map(([id, title], at) => phaseColumn(id, `${at + 1}. ${title}`));
  const line = feelingLine();
  const chart = h("figure", { class: "ov-chart" }, h("figcaption", { class: "ov-label" }, t("How it feels, phase by phase")), line.node);
  const board = h("div", { class: `ov-phases${columns.length > 4 ? " ov-many" : ""}`, style: `--ov-phases: ${columns.length}` },
    columns.map(({ node }) => node));
  body.append(pool.node, ...(withFeelings ? [chart] : []), board, ...[compared.node].filter(Boolean));

  function phaseColumn(id, title) {
    const stops = asList(asRecord(content.touchpoints)[id]).map(asText).filter(Boolean);
    const column = dropPlace({ title, uid, id, empty: cards.length ? t("No cards yet") : "", ondrop: drop(id) });
    const select = h("select", {
      class: "ov-select", id: `${uid}-feel-${id}`, "aria-label": t("How does it feel: {phase}", { phase: phases[id] }),
      onchange: () => feel(id, select.value),
    }, h("option", { value: "" }, t("Choose…")), words.map(([n, word]) => h("option", { value: String(n) }, word)));
    column.name.after(...[
      stops.length && h("ul", { class: "ov-stops" }, stops.map((stop) => h("li", {}, stop))),
      withFeelings && h("div", { class: "ov-feel" }, h("span", { class: "ov-label", "aria-hidden": "true" }, t("Feeling")), select),
    ].filter(Boolean));
    return { ...column, id, title, select };
  }

  function journeyCard(id, text) {
    const back = h("option", { value: "" });
    const select = h("select", {
      class: "ov-select", "aria-label": t("Place: {card}", { card: text }), onchange: () => place(id, select.value),
    }, back, Object.entries(phases).map(([phase, name]) => h("option", { value: phase }, name)));
    const motive = h("textarea", {
      class: "ov-text", rows: 2, id: `${uid}-why-${id}`, "aria-label": t("Why here: {card}", { card: text }),
      oninput: () => change({ ...answer(), motives: put(answer().motives, id, motive.value) }),
    });
    const why = h("div", {}, h("span", { class: "ov-label", "aria-hidden": "true" }, t("Why here?")), motive);
    const node = h("li", { class: "ov-card ov-gesture" },
      h("div", { class: "ov-card-text", ...draggable(uid, () => id) },
        h("span", { class: "ov-grip", "aria-hidden": "true" }, "⠿"), h("span", {}, text)),
      select, why, slot(id));
    return {
      id, node,
      show(phase, text) {
        select.value = phase ?? "";
        back.textContent = phase ? t("Back to the pile") : t("Place at…");
        setText(motive, text ?? "");
        toggle(why, Boolean(content.motives && phase));
      },
    };
  }

  function feel(phase, value) {
    change({ ...answer(), feelings: put(answer().feelings, phase, value === "" ? null : Number(value)) });
  }

  function place(card, phase) {
    change({ ...answer(), placed: put(answer().placed, card, phase) });
    say(phase ? t("“{card}” is now at {place}.", { card: texts[card], place: phases[phase] })
      : t("“{card}” is back on the pile.", { card: texts[card] }));
  }

  return ({ feelings, placed, motives, ...more }) => {
    for (const { id, show } of cards) show(placed[id], motives[id]);
    for (const column of columns) {
      const here = cards.filter(({ id }) => placed[id] === column.id);
      arrange(column.list, here.map(({ node }) => node));
      column.count(here.length);
      column.select.value = String(feelings[column.id] ?? "");
    }
    compared.show({ feelings, placed, motives, ...more });
    const rest = cards.filter(({ id }) => !placed[id]);
    arrange(pool.list, rest.map(({ node }) => node));
    pool.count(rest.length);
    pool.name.textContent = t("Still to place: {n}", { n: rest.length });
    const word = (phase) => words.find(([n]) => n === feelings[phase])?.[1] ?? t("not chosen");
    line.show(columns.map(({ id }) => feelings[id] ?? null),
      columns.map(({ id, title }) => `${title}: ${word(id)}`).join("; "));
  };
}

export default exercise({
  name: "journey", clean: cleanJourney, draw: drawJourney, part: ({ placed, motives }, card) => [placed[card] ?? null, motives[card] ?? ""],
});
