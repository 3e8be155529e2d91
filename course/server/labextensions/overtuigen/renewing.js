/** The browser keeps a notebook as it was last saved. When the course has a newer one, that takes its place, and what was made in it stays. */

/** Bring the notebook on the page up to date with the one that the site has. */
export async function renew({ path, model }, base) {
  const response = await fetch(new URL(`files/${path}`, base), { cache: "no-cache" });
  if (!response.ok) return; // a notebook of one's own
  const release = await response.json();
  const kept = model.toJSON();
  if (!isOutdated(kept, release)) return;
  model.fromJSON(renewed(kept, release));
}

/** Whether a text of the course in `kept` is another one than in `release`, or not there. */
export function isOutdated(kept, release) {
  const own = byId(kept);
  const gone = kept.cells.some((cell) => isOfCourse(cell) && !byId(release).has(cell.id));
  return gone || release.cells.some((cell) => !own.has(cell.id) || (isLocked(cell) && textOf(own.get(cell.id)) !== textOf(cell)));
}

/** The notebook `release` with what a participant made in `kept`: typed answers, cells of their own, copies of answers. */
export function renewed(kept, release) {
  const old = byId(kept);
  const cells = release.cells.map((cell) => {
    const was = old.get(cell.id);
    if (!was || was.cell_type !== cell.cell_type) return cell;
    return { ...cell, ...(isLocked(cell) ? {} : { source: was.source }), ...(was.outputs ? { outputs: was.outputs } : {}) };
  });
  let before = -1; // behind which cell the next one stood
  for (const cell of kept.cells) {
    const at = cells.findIndex(({ id }) => id === cell.id);
    if (at >= 0) before = at;
    else if (!isOfCourse(cell)) cells.splice(++before, 0, cell);
  }
  return { ...release, cells };
}

function byId({ cells }) {
  return new Map(cells.map((cell) => [cell.id, cell]));
}

/** Whether nobody but the course writes in a cell. */
function isLocked({ metadata }) {
  return metadata?.editable === false;
}

function isOfCourse({ metadata }) {
  return metadata?.editable === false || Boolean(metadata?.nbgrader);
}

function textOf({ source }) {
  return typeof source === "string" ? source : source.join("");
}
