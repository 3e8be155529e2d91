/** The words of a text, cut exactly where Python's `str.split()` cuts, because word numbers cross that border. */
export function splitWords(text) {
  return text.split(/[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/).filter(Boolean);
}

/** How many words a text has: each has a letter or digit that one can see. The fillers are letters by name alone. */
export function countWords(text) {
  return splitWords(text).filter((word) => /[\p{L}\p{N}]/u.test(word.replace(/[\u115f\u1160\u3164\uffa0]/g, ""))).length;
}

/**
 * Word by word, how one text became another: [{kind: "same"|"del"|"ins", text}], neighbours joined.
 * A longest common subsequence: quadratic, which is fine for texts of a few hundred words.
 */
export function wordDiff(before, after) {
  const a = splitWords(before);
  const b = splitWords(after);
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i][j] = a[i] === b[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const parts = [];
  const add = (kind, word) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += ` ${word}`;
    else parts.push({ kind, text: word });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add("same", a[i++]);
      j++;
    } else if (j >= b.length || (i < a.length && longest[i + 1][j] >= longest[i][j + 1])) add("del", a[i++]);
    else add("ins", b[j++]);
  }
  return parts;
}
