import { h, fill, paragraphs, toggle, asText } from "./dom.js";
import { asList, asRecord } from "./values.js";

/**
 * What surrounds every exercise: question and hint above; button, feedback, status line and rubric below.
 * Returns the parts that change: `root`, `body`, `button`, and functions to show a state, a result or a spoken line.
 */
export function drawFrame({ content, kind, uid, t, oncheck }) {
  const question = h("div", { class: "ov-question", id: `${uid}-question` }, paragraphs(content.question));
  const hint = asText(content.hint) ? paragraphs(content.hint, "ov-hint") : null;
  const body = h("div", { class: "ov-body" });
  const label = content.prediction ? t("Record my prediction") : t("Check");
  const asks = Boolean(content.checkable || content.prediction);
  const button = h("button", { type: "button", class: "ov-button ov-main", onclick: oncheck }, label);
  const note = h("p", { class: "ov-note", hidden: true });
  const feedback = h("div", { class: "ov-feedback", hidden: true });
  const status = h("p", { class: "ov-status", "data-state": "idle" }, t("Your answer is kept automatically."));
  const live = h("p", { class: "ov-sr", role: "status", "aria-live": "polite" });
  const root = h("div", { class: `ov-exercise ov-${kind}`, role: "group", "aria-labelledby": question.id },
    question, hint, body, h("div", { class: "ov-foot" }, asks ? button : null, status), note, feedback,
    rubric(content.rubric, t), live);

  const say = (text) => {
    live.textContent = text;
  };
  return {
    root, body, button, say,
    /** A line under the button that says what is missing or has changed. */
    note(text) {
      note.textContent = text;
      toggle(note, text !== "");
      if (text) say(text);
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
    },
    /** Show a result, item by item; null takes it away. */
    feedback(result, stale) {
      toggle(feedback, Boolean(result));
      feedback.classList.toggle("ov-stale", stale);
      fill(feedback, result ? resultNodes(asRecord(result), asRecord(content.verdicts)) : []);
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

/** `verdicts` has a sign and a word for each verdict: never colour alone. */
function resultNodes(result, verdicts) {
  const items = asList(result.items).map(asRecord).map((item) => {
    const [sign, word] = asList(verdicts[item.verdict]);
    return h("li", { class: "ov-item", "data-verdict": asText(item.verdict) },
      h("span", { class: "ov-verdict" }, h("span", { "aria-hidden": "true" }, sign), ` ${word}`),
      h("span", { class: "ov-item-text" },
        asText(item.label) ? h("strong", {}, asText(item.label)) : null,
        asText(item.reason) ? h("span", { class: "ov-reason" }, asText(item.reason)) : null));
  });
  return [
    asText(result.message) ? h("p", { class: "ov-message" }, result.message) : null,
    items.length ? h("ul", { class: "ov-items", role: "list" }, items) : null,
  ];
}

function rubric(lines, t) {
  const items = asList(lines).map(asText).filter(Boolean);
  if (!items.length) return null;
  return h("div", { class: "ov-rubric" },
    h("p", { class: "ov-label" }, t("What your instructor looks at")),
    h("ul", {}, items.map((line) => h("li", {}, line))));
}
