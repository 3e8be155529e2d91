import { h, toggle } from "../../view/frontend/dom.js";

/** Seconds as a clock writes them. */
export function clockText(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * A timer that begins when it is seen: {node, show(runs)}. It is told when it begins and, by the caller, when it is over;
 * not every second. `over` hears "ended" or "stopped", once.
 */
export function timer({ seconds, t, say, over }) {
  const count = h("span", { class: "ov-count", role: "timer" }, clockText(seconds));
  const bar = h("span", { class: "ov-bar", "aria-hidden": "true" }, h("i"));
  const stop = h("button", { type: "button", class: "ov-button ov-small", onclick: () => finish("stopped") }, t("Stop the timer"));
  const node = h("div", { class: "ov-timer" }, count, bar, stop);
  let may = true; // whether it may run
  let ticking = null;

  const seen = new IntersectionObserver((entries) => {
    if (may && ticking === null && entries.some(({ isIntersecting }) => isIntersecting)) begin();
  }, { threshold: 1 });
  seen.observe(node);

  function begin() {
    seen.disconnect();
    const until = performance.now() + 1000 * seconds;
    say(t("A timer of {seconds} seconds is running. You can stop it.", { seconds }));
    bar.firstChild.style.transitionDuration = `${seconds}s`;
    requestAnimationFrame(() => bar.setAttribute("data-runs", ""));
    ticking = setInterval(() => {
      if (!node.isConnected || !may) return clearInterval(ticking);
      const left = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      count.textContent = clockText(left);
      if (left === 0) finish("ended");
    }, 250);
  }

  function finish(how) {
    if (!may) return;
    may = false;
    clearInterval(ticking);
    if (how === "stopped") say(t("The timer stands still."));
    over(how);
  }

  return {
    node,
    show(runs) {
      may = may && runs;
      toggle(node, may);
    },
  };
}
