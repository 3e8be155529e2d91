import { asList, asRecord, has, same } from "../../view/frontend/values.js";

/** A whole number from low to high, else null. */
function whole(value, low, high) {
  return Number.isInteger(value) && low <= value && value <= high ? value : null;
}

/** Every setting, as it was given where that is possible, else as it stands at the start. */
function cleanSettings(raw, content) {
  const given = asRecord(raw);
  return Object.fromEntries(asList(content.settings).map(asRecord).map(({ id, low, high, start, free }) =>
    [id, (free && has(given, id) ? whole(given[id], low, high) : null) ?? start]));
}

/** A well-shaped answer: what was set and how many rounds were done, never what came out. */
export function cleanExperiment(raw, content) {
  const fields = asRecord(raw);
  const limits = asRecord(content.limits);
  const { low, high } = asRecord(content.guess);
  const guess = whole(fields.guess, low, high);
  const tried = [];
  for (const way of asList(fields.tried).slice(0, limits.ways).map(asRecord)) {
    const settings = cleanSettings(way.settings, content);
    const rounds = whole(way.rounds, 1, limits.rounds);
    if (rounds && !tried.some((other) => same(other.settings, settings))) tried.push({ settings, rounds });
  }
  return {
    guess,
    seed: whole(fields.seed, 0, limits.seed),
    settings: cleanSettings(fields.settings, content),
    tried: guess === null ? [] : tried,
    conclusion: has(content.options, fields.conclusion) ? fields.conclusion : null,
  };
}

/** How many rounds were done as the settings stand now. */
export function roundsNow({ tried, settings }) {
  return tried.find((way) => same(way.settings, settings))?.rounds ?? 0;
}

/** The answer with one round more, as its settings stand. The newest way stands last; the first one always stays. */
export function oneMore(answer, { ways, rounds }) {
  const now = { settings: answer.settings, rounds: Math.min(rounds, roundsNow(answer) + 1) };
  const [first, ...others] = answer.tried;
  if (!first || same(first.settings, now.settings)) return { ...answer, tried: [now, ...others] };
  const kept = others.filter((way) => !same(way.settings, now.settings)).slice(2 - ways);
  return { ...answer, tried: [first, ...kept, now] };
}
