import { asText, fill, focused, h, paragraphs, toggle } from "./dom.js";
import { asList, asRecord } from "./values.js";
import { material } from "./material.js";
import { verdictNodes } from "./verdicts.js";

/**
 * What surrounds every exercise: question, hint and material above; button, summary, status line and rubric below.
 * Returns the parts that change: `root`, `body`, `button`, and functions to show a summary, remarks, a status or a
 * spoken line.
 */
export function drawFrame({ content, kind, uid, t, oncheck }) {
  // Under the headings of a lesson, of which the lowest is the third level.
  const [asked, ...told] = paragraphs(content.question);
  const question = h("div", { class: "ov-question", id: `${uid}-question` }, h("h4", {}, asText(asked?.textContent)), told);
  const hint = asText(content.hint) ? paragraphs(content.hint, "ov-hint") : null;
  const seen = content.material ? material(content.material) : null;
  const body = h("div", { class: "ov-body" });
  const asks = Boolean(content.checkable || content.prediction);
  const button = h("button", { type: "button", class: "ov-button ov-main", onclick: oncheck });
  const summary = h("p", { class: "ov-summary", tabindex: "-1", hidden: true });
  const remarks = h("ul", { class: "ov-remarks", role: "list", hidden: true });
  const status = h("p", { class: "ov-status", "data-state": "idle" }, t("Your answer is kept automatically."));
  const live = h("p", { class: "ov-sr", role: "status", "aria-live": "polite" });
  const root = h("div", { class: `ov-exercise ov-${kind}`, role: "group", "aria-labelledby": question.id },
    question, hint, seen, body, h("div", { class: "ov-foot" }, asks ? [button, summary] : null, status), remarks,
    content.rates_itself ? null : rubric(content.rubric, t), live);

  const say = (text) => {
    live.textContent = text;
  };
  return {
    root, body, button, say,
    /** A line beside the button: how it stands, what is missing, what has changed; more lines stand below it. */
    summary(text) {
      const [line, ...more] = text.split("\n");
      fill(summary, line, more.length ? h("span", { class: "ov-more" }, `\n${more.join("\n")}`) : null);
      toggle(summary, text !== "");
    },
    /** Take the reader, who is still at the button, to the summary that came. */
    goToSummary() {
      say(summary.textContent);
      if (focused(root) === button) summary.focus({ preventScroll: true });
    },
    /** What has no place of its own: a part with its verdict, or advice about the whole, which is none. */
    remarks(items) {
      toggle(remarks, items.length > 0);
      fill(remarks, items.map((item) => h("li", {}, h("p", { class: "ov-remark" }, asText(item.label)),
        item.id ? verdictNodes(item, asRecord(content.verdicts), t) : h("p", { class: "ov-remark" }, asText(item.reason)))));
    },
    /** Show how saving stands; problems are also spoken, and so is the end of a problem. */
    status(state) {
      const loud = ["lost", "refused", "unkept"].includes(state.state);
      const wasLoud = status.classList.contains("ov-loud");
      const text = statusText(state, t);
      status.textContent = text;
      status.dataset.state = state.state;
      status.classList.toggle("ov-loud", loud);
      if (loud || (wasLoud && state.state === "saved")) say(text);
      if (state.state === "saved") root.dispatchEvent(new Event("ov-saved", { bubbles: true })); // who counts along
    },
  };
}

function statusText({ state, time, message }, t) {
  const reason = asText(message);
  if (state === "saving") return t("Saving…");
  if (state === "saved") return [t("Saved {time}", { time: asText(time) }), reason].filter(Boolean).join(" ⚠ ");
  if (state === "refused") return `⚠ ${t("Not saved.")} ${reason}`;
  if (state === "unkept") return `⚠ ${reason || t("Not saved. There is no place here to keep your answer.")}`;
  if (state === "lost") {
    return `⚠ ${t("Not saved. The connection is gone. Leave this page open: we keep trying. If this stays, copy your text and reload the page.")}`;
  }
  return reason ? `⚠ ${reason}` : t("Your answer is kept automatically.");
}

function rubric(lines, t) {
  const items = asList(lines).map(asText).filter(Boolean);
  if (!items.length) return null;
  // Folded: a rubric with its examples is longer than the task, and stands in full where the instructor marks it.
  return h("details", { class: "ov-rubric" },
    h("summary", { class: "ov-label" }, t("What your instructor looks at")),
    h("ul", {}, items.map(rubricLine)));
}

/** What points are for, and below it what each step looks like. */
function rubricLine(line) {
  const [about, ...steps] = line.split("\n");
  return h("li", {}, about, steps.length ? h("ul", {}, steps.map((step) => h("li", {}, step))) : null);
}
