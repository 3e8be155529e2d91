import { exercise } from "../../view/frontend/exercise.js";
import { asText, fill, h, paragraphs } from "../../view/frontend/dom.js";
import { asRecord, same } from "../../view/frontend/values.js";
import { cleanDilemma, firstScene, lacking, walkScenes } from "./scenes.js";
import { textField } from "../../view/frontend/field.js";

function drawDilemma({ content, t, uid, body, answer, change, say }) {
  const scenes = asRecord(content.scenes);
  const start = firstScene(scenes);
  const path = h("div", { class: "ov-path" });
  const restart = restartControl(t, () => {
    change({ steps: [], again: null });
    path.querySelector("[tabindex='-1']")?.focus();
    say(t("You are back at the start."));
  });
  body.append(path, restart.node);
  let shown = null;

  function choose(scene, made) {
    const { steps } = answer();
    change(scene === null ? { steps, again: made } : { steps: [...steps, { scene, ...made }], again: null });
    [...path.querySelectorAll(".ov-chosen-step")].at(-1)?.nextElementSibling.focus(); // what it led to is read next
  }

  let form = null;
  const ask = (scene, to) => {
    form = choiceForm({
      scene, name: `${uid}-step`, least: content.min_words, t, say,
      put: (draft) => change({ ...answer(), draft }), done: (made) => choose(to, made),
    });
    return form.node;
  };

  return (now) => {
    const { draft, ...gone } = now;
    // The open form keeps its caret: only a changed path is drawn anew.
    if (!shown || !same(shown, gone)) drawPath(gone);
    form?.show(asRecord(draft));
  };

  function drawPath(now) {
    shown = now;
    form = null;
    const { steps, scene } = walkScenes(content, now.steps);
    const parts = steps.map((step) => [sceneNode(scenes[step.scene], t), chosenNode(step, t), outcomeNode(step.option, t)]);
    if (scene !== null) parts.push(sceneNode(scenes[scene], t), ask(scenes[scene], scene));
    else if (steps.length) {
      parts.push(ruleNode(content.rule, t), h("p", { class: "ov-label", tabindex: "-1" }, t("Back to the first choice. What would you do now?")));
      if (now.again) parts.push(chosenNode({ ...now.again, option: asRecord(asRecord(scenes[start]?.choices)[now.again.choice]) }, t), secondNode(steps[0], now.again, t));
      else parts.push(ask(scenes[start], null));
    }
    fill(path, parts);
    restart.show(steps.length > 0);
  }
}

function sceneNode(scene, t) {
  return h("div", { class: "ov-situation", tabindex: "-1", role: "group", "aria-label": t("Situation") }, paragraphs(asText(asRecord(scene).text)));
}

function chosenNode({ option, motive }, t) {
  return h("div", { class: "ov-chosen-step" },
    h("p", {}, h("span", { class: "ov-label" }, t("Your choice")), " ", asText(option.text)),
    motive ? h("p", {}, h("span", { class: "ov-label" }, t("Your reason")), " ", motive) : null);
}

function outcomeNode(option, t) {
  const parties = Object.entries(asRecord(option.consequences));
  if (!parties.length) return null;
  return h("div", { class: "ov-outcome", tabindex: "-1", role: "group", "aria-label": t("What follows") },
    h("p", { class: "ov-label" }, t("What follows")),
    h("dl", {}, parties.map(([party, text]) => h("div", {}, h("dt", {}, party), h("dd", {}, asText(text))))));
}

function ruleNode(given, t) {
  const { text, basis, date } = asRecord(given);
  if (!asText(text)) return null;
  return h("div", { class: "ov-rule", tabindex: "-1", role: "group", "aria-label": t("The rule") },
    h("p", { class: "ov-label" }, t("The rule")), paragraphs(text),
    h("p", { class: "ov-basis" }, [asText(basis), asText(date)].filter(Boolean).join(" · ")),
    h("p", { class: "ov-basis" }, t("This is not legal advice.")));
}

function secondNode(first, again, t) {
  return h("p", { class: "ov-outcome", tabindex: "-1" },
    first.choice === again.choice ? t("You stand by your first choice.") : t("You choose differently than at first."));
}

/** Options, a reason and "Go on", which always works and says what is missing; `put` hears all that is filled in. */
function choiceForm({ scene, name, least, t, say, put, done }) {
  let draft = {};
  const fillIn = (part) => put({ ...draft, ...part });
  const problem = h("p", { class: "ov-note", hidden: true });
  const inputs = Object.entries(asRecord(asRecord(scene).choices)).map(([id, option]) => ({
    id, text: asText(asRecord(option).text), input: h("input", { type: "radio", name, onchange: () => fillIn({ choice: id }) }),
  }));
  const reason = textField({ uid: name, t, label: t("Why?"), rows: 3, least, oninput: (motive) => fillIn({ motive }) });
  const goOn = () => {
    const made = { choice: draft.choice, motive: asText(draft.motive) };
    const lack = lacking(made, least);
    if (!lack) return done(made);
    problem.hidden = false;
    problem.textContent = lack === "choice" ? t("Choose what you would do first.") : t("Write your reason in at least {least} words first.", { least });
    say(problem.textContent);
    (lack === "choice" ? inputs[0]?.input : reason.field)?.focus();
  };
  const node = h("div", { class: "ov-form" },
    h("fieldset", { class: "ov-fieldset" }, h("legend", { class: "ov-label" }, t("What do you do?")),
      inputs.map(({ input, text }) => h("label", { class: "ov-option" }, input, h("span", {}, text)))),
    reason.nodes, problem, h("button", { type: "button", class: "ov-button ov-main", onclick: goOn }, t("Go on")));
  return {
    node,
    show(now) {
      draft = now;
      for (const { id, input } of inputs) input.checked = now.choice === id;
      reason.show(asText(now.motive));
    },
  };
}

/** "Start again" that asks on the spot whether it is meant. */
function restartControl(t, onrestart) {
  const node = h("div", { class: "ov-restart" });
  const press = (label, onclick) => h("button", { type: "button", class: "ov-button ov-small", onclick }, label);
  const open = press(t("Start again"), () => {
    const no = press(t("No, go back"), () => {
      fill(node, open);
      open.focus();
    });
    fill(node, h("p", {}, t("Are you sure? Your choices and reasons will be gone.")), press(t("Yes, start again"), onrestart), no);
    no.focus();
  });
  return {
    node,
    show(possible) {
      fill(node, possible ? open : null);
    },
  };
}

export default exercise({ name: "dilemma", clean: cleanDilemma, draw: drawDilemma });
