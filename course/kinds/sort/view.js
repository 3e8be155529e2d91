import { exercise } from "../../view/frontend/exercise.js";
import { h, arrange } from "../../view/frontend/dom.js";
import { asRecord, has, keep, put } from "../../view/frontend/values.js";
import { dropPlace, placeCard } from "../../view/frontend/cards.js";

/** A well-shaped answer: known cards in known bins. */
export function cleanSort(raw, content) {
  return { placed: keep(asRecord(raw).placed, (card, bin) => has(content.cards, card) && has(content.bins, bin)) };
}

function drawSort({ content, t, uid, body, answer, change, say }) {
  const bins = asRecord(content.bins);
  const texts = asRecord(content.cards);
  const cards = Object.entries(texts).map(([id, text]) => ({
    id, ...placeCard({ id, text: String(text), places: bins, uid, t, prompt: t("Place in…"), onplace: (bin) => place(id, bin) }),
  }));
  const drop = (bin) => (card) => {
    if (has(texts, card) && (answer().placed[card] ?? "") !== bin) place(card, bin);
  };
  const pool = dropPlace({ title: "", uid, id: "pool", empty: t("Everything has a place."), ondrop: drop("") });
  pool.node.classList.add("ov-pool");
  const places = Object.entries(bins).map(([id, title]) => ({
    id, ...dropPlace({ title: String(title), uid, id, empty: t("Still empty"), ondrop: drop(id) }),
  }));
  body.append(pool.node, h("div", { class: "ov-bins" }, places.map(({ node }) => node)));

  function place(card, bin) {
    change({ placed: put(answer().placed, card, bin) });
    say(bin ? t("“{card}” is now at {place}.", { card: texts[card], place: bins[bin] })
      : t("“{card}” is back on the pile.", { card: texts[card] }));
  }

  return ({ placed }) => {
    for (const { id, show } of cards) show(placed[id]);
    for (const to of places) fillPlace(to, cards.filter(({ id }) => placed[id] === to.id));
    const rest = cards.filter(({ id }) => !placed[id]);
    fillPlace(pool, rest);
    pool.name.textContent = t("Still to place: {n}", { n: rest.length });
  };
}

function fillPlace({ list, count }, cards) {
  arrange(list, cards.map(({ node }) => node));
  count(cards.length);
}

export default exercise({ name: "sort", clean: cleanSort, draw: drawSort });
