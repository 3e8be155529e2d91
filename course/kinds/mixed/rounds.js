import { asList, asRecord, has } from "../../view/frontend/values.js";

/** What is ticked where nothing is at work. */
export const NONE = "none";

/** What was ticked, in the order of the labels; that there is none goes with nothing else. */
function judgement({ labels, honest }, content) {
  const given = Object.keys(asRecord(content.labels)).filter((id) => asList(labels).includes(id));
  const some = given.filter((id) => id !== NONE);
  return { labels: some.length ? some : given, honest: typeof honest === "boolean" ? honest : null };
}

const whole = (value, low, high) => (Number.isInteger(value) && value >= low && value <= high ? value : null);

/** A well-shaped answer: see `Mixed.clean`. */
export function cleanMixed(raw, content) {
  const { seed, round, judged, now } = asRecord(raw);
  const answer = { seed: whole(seed, 0, 2 ** 32 - 1), round: whole(round, 1, 9999) ?? 1, judged: {} };
  const turns = new Set();
  for (const [id, entry] of Object.entries(asRecord(judged))) {
    const turn = whole(asRecord(entry).turn, 1, answer.round * content.size);
    const one = judgement(asRecord(entry), content);
    if (!has(content.fragments, id) || turn === null || turns.has(turn) || !one.labels.length || one.honest === null) continue;
    answer.judged[id] = { turn, ...one };
    turns.add(turn);
  }
  const { fragment } = asRecord(now);
  const done = doneIn(answer, content.size);
  const known = has(content.fragments, fragment) && (done.includes(fragment) || done.length < content.size);
  return { ...answer, now: known ? { fragment, ...judgement(now, content) } : { fragment: null, labels: [], honest: null } };
}

/** The fragments that were judged in this round. */
export function doneIn({ round, judged }, size) {
  return Object.keys(judged).filter((id) => judged[id].turn > (round - 1) * size);
}

/** The labels after one of them was ticked, or not any more: that there is none excludes the others. */
export function ticked(labels, id) {
  if (labels.includes(id)) return labels.filter((each) => each !== id);
  return id === NONE ? [NONE] : [...labels.filter((each) => each !== NONE), id];
}

/** The answer once the fragment that is looked at was judged. */
export function judged(answer, size) {
  const { fragment, labels, honest } = answer.now;
  const turn = (answer.round - 1) * size + doneIn(answer, size).length + 1;
  return { ...answer, judged: { ...answer.judged, [fragment]: { turn, labels, honest } } };
}

/** Height of a row of the figure, and where its dots stand. */
export const ROW = 30;
export const DOTS = 186;

/** An arc from one row of the figure to another: {path, x, y}, the last two for the number beside it. */
export function arc(from, to) {
  const [y, end] = [from, to].map((row) => ROW * (row + 0.5));
  const reach = DOTS + 6 + 20 * Math.abs(from - to);
  return { path: `M ${DOTS} ${y} C ${reach} ${y} ${reach} ${end} ${DOTS} ${end}`, x: DOTS + 0.75 * (reach - DOTS), y: (y + end) / 2 };
}
