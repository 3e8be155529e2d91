import { asText, fill, h } from "../../view/frontend/dom.js";
import { asRecord, has } from "../../view/frontend/values.js";
import { choicesIn } from "./scenes.js";
import { outcomeNode, situation } from "./path.js";

/**
 * The path that was walked with the choices that were not made: {node, show(steps)}. To look at one of those is reading,
 * not answering: it leaves the answer alone.
 */
export function pathMap({ content, t, say }) {
  const scenes = asRecord(content.scenes);
  const all = choicesIn(scenes);
  const seen = new Set();
  let walked = [];
  let trail = []; // the choices that are being looked at, each leading to the next
  const count = h("p", { class: "ov-help" });
  const rows = h("ol", { class: "ov-rows", role: "list" });
  const branch = h("div", { class: "ov-branch", role: "group", "aria-label": t("Another way"), tabindex: "-1" });
  const node = h("div", { class: "ov-map", role: "group", "aria-label": t("Your way, and the other ones") },
    h("p", { class: "ov-label", "aria-hidden": "true" }, t("Your way, and the other ones")), count, rows, branch);

  const key = (scene, choice) => `${scene}/${choice}`;
  const isMine = (scene, choice) => walked.some((step) => step.scene === scene && step.choice === choice);

  /** The choices of a scene: one's own as text, another as a button that shows where it would have led. */
  function chips(scene, before) {
    return h("div", { class: "ov-chips" }, Object.entries(asRecord(scenes[scene].choices)).map(([choice, option]) => {
      const text = asText(asRecord(option).text);
      if (isMine(scene, choice)) return h("span", { class: "ov-chip", "data-mine": true }, h("span", { class: "ov-sr" }, `${t("Your choice")}: `), h("span", { class: "ov-line", title: text }, text));
      const open = trail.some((one) => one.scene === scene && one.choice === choice);
      return h("button", { type: "button", class: "ov-chip", "aria-pressed": String(open), "data-seen": seen.has(key(scene, choice)),
        onclick: () => (open ? close(before) : look([...before, { scene, choice }])) },
      h("span", { class: "ov-line", title: text }, text), seen.has(key(scene, choice)) ? h("span", { class: "ov-sr" }, ` (${t("seen")})`) : null);
    }));
  }

  function look(next) {
    trail = next;
    const { scene, choice } = trail.at(-1);
    seen.add(key(scene, choice));
    draw();
    branch.lastElementChild.scrollIntoView({ block: "nearest" });
    branch.lastElementChild.focus({ preventScroll: true });
    say(t("You look at another way. Your answer stays as it is."));
  }

  /** Fold a branch from where it was opened; the focus goes to the button that opened it. */
  function close(before) {
    const { scene, choice } = trail[before.length];
    trail = before;
    draw();
    const at = Object.keys(asRecord(scenes[scene].choices)).indexOf(choice);
    const step = walked.findIndex((one) => one.scene === scene);
    const group = before.length ? branch.lastElementChild : rows.children[step];
    group?.querySelectorAll(".ov-chip")[at]?.focus({ preventScroll: true });
  }

  /** What one of the choices that are being looked at leads to. */
  function stage({ scene, choice }, at) {
    const option = asRecord(scenes[scene].choices[choice]);
    const before = trail.slice(0, at + 1);
    const goesOn = has(scenes, option.next);
    return h("div", { class: "ov-stage", tabindex: "-1" },
      h("p", {}, h("span", { class: "ov-label" }, t("If you had chosen this:")), " ", asText(option.text)),
      outcomeNode(option, t),
      goesOn ? [situation(scenes[option.next]), chips(option.next, before)]
        : h("p", { class: "ov-help" }, t("Here this way ends.")));
  }

  function draw() {
    count.textContent = t("You saw {n} of {total} choices. Press another one to see where it leads; your answer stays as it is.", {
      n: all.filter(([scene, choice]) => isMine(scene, choice) || seen.has(key(scene, choice))).length, total: all.length });
    fill(rows, walked.map(({ scene }) => h("li", {}, chips(scene, []))));
    fill(branch, trail.map(stage));
    branch.hidden = !trail.length;
  }

  return {
    node,
    show(steps) {
      walked = steps;
      trail = [];
      draw();
    },
  };
}
