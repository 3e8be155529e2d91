/** How long, in milliseconds, an exercise may take to be drawn once its cell was run. */
const DRAWN = 10_000;
/** What a reader does to go elsewhere on the page. */
const MOVES = ["wheel", "pointerdown", "touchstart", "keydown"];
/** Above a cell that one goes to, in pixels. */
const ABOVE = 8;
/** What stays in a notebook, and how it is let go. */
const kept = new WeakMap();

/**
 * Keep what one reads where it is while outputs come and go above it, until one moves. With a `cell` that goes to the top
 * first, and stays there.
 */
export function stay({ node, outerNode, viewportNode, widgets }, cell) {
  const topOf = (node) => node.getBoundingClientRect().top;
  const before = kept.get(outerNode);
  const seen = cell?.node ?? before?.seen ?? widgets.find(({ node }) => node.getBoundingClientRect().bottom > topOf(outerNode))?.node;
  if (!seen) return;
  before?.release();
  if (cell) outerNode.scrollTop += topOf(seen) - topOf(outerNode) - ABOVE;
  const place = topOf(seen) - topOf(outerNode);
  const observer = new ResizeObserver(() => {
    outerNode.scrollTop += topOf(seen) - topOf(outerNode) - place;
  });
  observer.observe(viewportNode);
  node.classList.add("ov-stays"); // for the exercises: nobody chose Run All Cells
  const release = () => {
    observer.disconnect();
    clearTimeout(timer);
    kept.delete(outerNode);
    node.classList.remove("ov-stays");
    for (const move of MOVES) window.removeEventListener(move, release, true);
  };
  for (const move of MOVES) window.addEventListener(move, release, { capture: true, passive: true });
  const timer = setTimeout(release, DRAWN);
  kept.set(outerNode, { seen, release });
}
