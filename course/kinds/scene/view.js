import { exercise } from "../../view/frontend/exercise.js";
import { asText, fill, focused, h, paragraphs, toggle } from "../../view/frontend/dom.js";
import { asList, asRecord, has } from "../../view/frontend/values.js";
import { timer } from "./timer.js";

/** Whether there is something to choose. */
const asks = (content) => Object.keys(asRecord(content.options)).length > 0;

/** A well-shaped answer: a known version, how the timer ended, and one known option. */
export function cleanScene(raw, content) {
  const { version, timer: over, chosen } = asRecord(raw);
  const versions = Object.keys(asRecord(content.versions));
  const known = has(content.versions, version) ? version : null;
  return {
    version: versions.length === 1 ? versions[0] : known,
    ...(content.timer ? { timer: ["ended", "stopped"].includes(over) ? over : null } : {}),
    ...(asks(content) ? { chosen: asList(chosen).filter((one) => has(content.options, one)).slice(0, 1) } : {}),
  };
}

function drawScene({ content, t, uid, body, answer, change, say, get, watch }) {
  const versions = asRecord(content.versions);
  const read = stage(t("This is what you read"));
  const others = stage(t("This is what others read"));
  const clock = content.timer ? timer({
    seconds: content.timer, t, say, over,
  }) : null;
  const ended = h("p", { class: "ov-ended", tabindex: "-1" }, asText(content.ended));
  const options = Object.keys(asRecord(content.options)).map((id) => ({
    id, input: h("input", { type: "radio", name: `${uid}-option`, onchange: () => change({ ...answer(), chosen: [id] }) }),
  }));
  const choices = h("fieldset", { class: "ov-fieldset" }, h("legend", { class: "ov-label" }, t("Choose one answer")),
    options.map(({ id, input }) => h("label", { class: "ov-option" }, input, h("span", {}, String(content.options[id])))));
  const unmask = h("div", { class: "ov-unmask", tabindex: "-1", role: "group", "aria-label": t("What this was"), hidden: true });
  body.append(h("div", { class: "ov-stages" }, read.node, others.node), ...(clock ? [clock.node, ended] : []),
    ...(options.length ? [choices] : []), unmask);

  function over(how) {
    const within = focused(clock.node);
    change({ ...answer(), timer: how });
    if (within) ended.focus({ preventScroll: true }); // its button is gone
    if (how === "ended") say(asText(content.ended));
  }

  /** Chance says once which of two versions this reader gets. */
  function draw() {
    if (answer().version !== null) return;
    const ids = Object.keys(versions);
    change({ ...answer(), version: ids[Math.floor(Math.random() * ids.length)] });
  }

  watch("reaction", show);

  function show() {
    const { unmask: told, again } = asRecord(get("reaction"));
    const { version } = answer();
    const other = Object.keys(versions).find((id) => id !== version);
    const isOver = Boolean(asText(told));
    read.show(asText(versions[version]), isOver && other);
    others.show(isOver && other && version ? asText(versions[other]) : "", true);
    // After all that this change brings, so that who just committed reads on here.
    if (isOver && unmask.hidden) queueMicrotask(() => focused(body.parentNode) && unmask.focus({ preventScroll: true }));
    toggle(unmask, isOver);
    fill(unmask, isOver ? [h("p", { class: "ov-label" }, t("What this was")), paragraphs(told), paragraphs(again)] : null);
  }

  return (now, locked) => {
    if (now.version === null) queueMicrotask(draw);
    for (const { id, input } of options) input.checked = now.chosen.includes(id);
    choices.disabled = locked;
    if (clock) {
      clock.show(now.timer === null && !locked);
      toggle(ended, now.timer !== null);
      ended.textContent = now.timer === "stopped" ? t("You stopped the timer. Nothing depends on it.") : asText(content.ended);
    }
    show();
  };
}

/** A place for a version, with a label once there are two to compare: {node, show(text, isLabelled)}. */
function stage(label) {
  const name = h("p", { class: "ov-label" }, label);
  const text = h("div");
  const node = h("div", { class: "ov-stage" }, name, text);
  return {
    node,
    show(told, isLabelled) {
      fill(text, paragraphs(told));
      toggle(node, told !== "");
      toggle(name, Boolean(isLabelled));
    },
  };
}

function missingScene({ chosen }, t) {
  return chosen && !chosen.length ? t("Choose an answer first.") : "";
}

export default exercise({
  name: "scene", clean: cleanScene, draw: drawScene, missing: missingScene,
  commit: (content, t) => (asks(content) ? [t("This is my choice"), t("Your choice stands")] : [t("Read on"), t("Read")]),
});
