import { askKernel } from "./site.js";

/** Milliseconds after which one looks again. */
const PAUSE = 500;

/** How far one is, as the server tells it of the files that it gives. */
export function onServer(ask) {
  async function now() {
    const response = await ask(`overtuigen/course?day=${today()}`);
    if (response.status === 404) return { missing: true, language: "nl" };
    return response.ok ? response.json() : {};
  }
  return { first: now, now };
}

/**
 * The same in the edition without a server, where the kernel of an open lesson tells it. Until there is one, it is what was
 * told last in this browser; and before that the course as the site has it, of which nothing is done.
 */
export function inSite(tracker, base) {
  const place = `overtuigen:course ${base}`;

  async function first() {
    const response = await fetch(new URL("course.json", base), { cache: "no-cache" });
    return response.ok ? { ...(await response.json()), ...kept() } : {};
  }

  function kept() {
    try {
      return JSON.parse(window.localStorage.getItem(place));
    } catch {
      return null; // nothing is kept in this browser, or something else
    }
  }

  let waiting = null;
  function now() {
    waiting ??= began(tracker).then(async (kernel) => {
      waiting = null;
      const told = await askKernel(kernel, "course", today());
      try {
        window.localStorage.setItem(place, JSON.stringify(told));
      } catch {
        // a private window: the next visit begins with what the site has
      }
      return told;
    });
    return waiting;
  }

  return { first, now };
}

/** The kernel of the notebook in view, at rest once its exercises are there: they do not wait for the panel. */
async function began(tracker) {
  for (;;) {
    const panel = tracker.currentWidget;
    const { session, kernelDisplayStatus } = panel?.sessionContext ?? {};
    if (session?.kernel && kernelDisplayStatus === "idle" && panel.node.querySelector(".ov-exercise")) return session.kernel;
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

/** The reader's own day, as in 2026-11-30. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
