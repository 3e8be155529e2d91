/** How many choices have a key of their own. */
const KEYS = 9;

/**
 * Let 1 to 9 choose what has that number, wherever the focus is within `node`, but not in a field for text; 0 is for
 * what is none of them.
 */
export function numberKeys(node, choose, none = () => false) {
  node.addEventListener("keydown", (event) => {
    if (!/^[0-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("textarea, input:not([type=checkbox], [type=radio]), select")) return;
    if (event.key === "0" ? none() : choose(Number(event.key) - 1)) event.preventDefault();
  });
}

/** The number on a choice, for as long as it has a key. */
export function numberOf(at) {
  return at < KEYS ? String(at + 1) : "";
}
