import { asList, asRecord, has } from "../../view/frontend/values.js";
import { splitWords } from "../../view/frontend/words.js";

/** A well-shaped answer: marks within the text, with known labels, in order and without overlap. */
export function cleanMark(raw, content) {
  const total = splitWords(String(content.text ?? "")).length;
  const marks = asList(asRecord(raw).marks).map(asRecord)
    .filter(({ from, to, label }) => Number.isInteger(from) && Number.isInteger(to)
      && from >= 0 && from <= to && to < total && has(content.labels, label))
    .map(({ from, to, label }) => ({ from, to, label }))
    .sort((a, b) => a.from - b.from);
  return { marks: marks.filter((mark, at) => at === 0 || mark.from > Math.max(...marks.slice(0, at).map(({ to }) => to))) };
}

/** The name by which a verdict knows a mark. */
export function markId({ from, to, label }) {
  return `${label}:${from}-${to}`;
}

/** The mark that has this name; null for any other. */
export function markOf(id) {
  const [, label, from, to] = /^(.+):(\d+)-(\d+)$/.exec(id) ?? [];
  return label === undefined ? null : { from: Number(from), to: Number(to), label };
}

/** The mark on a word, if any. */
export function markAt(marks, word) {
  return marks.find(({ from, to }) => from <= word && word <= to);
}

/** Marks without the mark on this word. */
export function withoutMark(marks, word) {
  const gone = markAt(marks, word);
  return marks.filter((mark) => mark !== gone);
}

/** Marks with one more; like a marker pen, the new one takes over the words it covers. */
export function withMark(marks, { from, to, label }) {
  const cut = marks.flatMap((mark) => {
    if (mark.to < from || mark.from > to) return [mark];
    return [{ ...mark, to: from - 1 }, { ...mark, from: to + 1 }].filter((part) => part.from <= part.to);
  });
  return [...cut, { from, to, label }].sort((a, b) => a.from - b.from);
}

/** What happens to a stretch of words: marked, or unmarked when it lies within one mark with the same label. */
export function switchMark(marks, one, other, label) {
  const from = Math.min(one, other);
  const to = Math.max(one, other);
  const under = markAt(marks, from);
  const unmark = under && under.to >= to && (from === to || under.label === label);
  return unmark ? withoutMark(marks, from) : withMark(marks, { from, to, label });
}

/** The words of a text as lines of paragraphs, numbered through: [[[{at, word}]]]. */
export function wordLines(text) {
  let at = 0;
  return text.split(/\n\s*\n/).filter((part) => part.trim()).map((part) => part.split("\n").filter((line) => line.trim())
    .map((line) => splitWords(line).map((word) => ({ at: at++, word }))));
}
