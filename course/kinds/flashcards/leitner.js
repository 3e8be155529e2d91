import { asRecord, keep, has } from "../../view/frontend/values.js";

/**
 * Days until a card comes back, for boxes 1 to 5: one that is known each time is seen again on day 2, 7 and 30 after
 * the first, and then every month.
 */
export const DAYS = [1, 2, 5, 23, 30];
/** How many cards make a round: few enough to finish. */
export const ROUND = 7;
/** Cards lie on stacks by when they come back: the last day of each, counted from today. */
export const STACKS = [0, 1, 2, 7, Infinity];

/** A well-shaped answer: known cards in boxes 1 to 5 with a day. */
export function cleanFlashcards(raw, content) {
  const fits = (card, at) => has(content.cards, card) && Number.isInteger(asRecord(at).box)
    && at.box >= 1 && at.box <= DAYS.length && /^\d{4}-\d{2}-\d{2}$/.test(at.due);
  return { boxes: keep(asRecord(raw).boxes, fits) };
}

/** The cards to practise on a day: those that are due, and those never seen. */
export function dueCards(ids, boxes, today) {
  return ids.filter((id) => !boxes[id] || boxes[id].due <= today);
}

/** How many cards lie on each of `STACKS`; one that was never seen lies with those of today. */
export function stacks(ids, boxes, today) {
  const later = ids.map((id) => boxes[id]?.due ?? "").filter((due) => due > today);
  return STACKS.map((days, at) => at === 0 ? ids.length - later.length : later.filter((due) =>
    due > addDays(today, STACKS[at - 1]) && (days === Infinity || due <= addDays(today, days))).length);
}

/**
 * Boxes after one card. Known: a box further; not yet: back to the first. A card known before it was due stays where
 * it is, because practising early says little about remembering late.
 */
export function gradeCard(boxes, id, knew, today) {
  const old = boxes[id];
  if (knew && old && old.due > today) return boxes;
  const box = knew ? Math.min(DAYS.length, (old?.box ?? 1) + 1) : 1;
  return { ...boxes, [id]: { box, due: addDays(today, DAYS[box - 1]) } };
}

/** The first day on which a card comes back, or "". */
export function nextDue(boxes) {
  return Object.values(boxes).map(({ due }) => due).sort()[0] ?? "";
}

/** A day as "YYYY-MM-DD" in the participant's own time zone. */
export function isoDay(date) {
  const two = (n) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A day some days later. */
export function addDays(day, days) {
  const [year, month, date] = day.split("-").map(Number);
  return isoDay(new Date(year, month - 1, date + days));
}

/** A day as people say it: "maandag 23 november". */
export function dayName(day, locale) {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(year, month - 1, date).toLocaleDateString(locale, { weekday: "long", day: "numeric", month: "long" });
}
