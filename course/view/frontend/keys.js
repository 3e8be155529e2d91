/** How many choices have a key of their own. */
const KEYS = 9;

/** Let 1 to 9 choose what has that number, wherever the focus is within `node`, but not in a field for text. */
export function numberKeys(node, choose) {
  node.addEventListener("keydown", (event) => {
    const number = Number(event.key);
    if (!(number >= 1 && number <= KEYS) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("textarea, input, select")) return;
    if (choose(number - 1)) event.preventDefault();
  });
}

/** The number on a choice, for as long as it has a key. */
export function numberOf(at) {
  return at < KEYS ? String(at + 1) : "";
}
