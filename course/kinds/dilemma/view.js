import { exercise } from "../../view/frontend/exercise.js";
import { asText, fill, h } from "../../view/frontend/dom.js";
import { asRecord, same } from "../../view/frontend/values.js";
import { textField } from "../../view/frontend/field.js";
import { pathMap } from "./map.js";
import { compareNode, outcomeNode, ruleNode, sceneNode, stepNode } from "./path.js";
import { cleanDilemma, firstScene, lacking, walkScenes } from "./scenes.js";

function drawDilemma({ content, t, uid, body, answer, change, say }) {
  const scenes = asRecord(content.scenes);
  const start = firstScene(scenes);
  const path = h("div", { class: "ov-path" });
  const map = pathMap({ content, t, say });
  const restart = restartControl(t, () => {
    change({ steps: [], again: null });
    path.querySelector("[tabindex='-1']")?.focus();
    say(t("You are back at the start."));
  });
  body.append(path, map.node, restart.node);
  let shown = null;
  let news = null; // what one's last choice led to

  function choose(scene, made) {
    const { steps } = answer();
    change(scene === null ? { steps, again: made } : { steps: [...steps, { scene, ...made }], again: null });
    news?.focus(); // it is read next
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
    news = null;
    const { steps, scene } = walkScenes(content, now.steps);
    // Of a long path one sees a line for each step; only what the last one led to is open.
    const parts = steps.map((step, at) => {
      const outcome = outcomeNode(step.option, t);
      const isLast = at === steps.length - 1;
      const line = stepNode(step, at + 1, scenes[step.scene], t, isLast ? null : outcome);
      if (!isLast) return [line];
      news = outcome;
      return [line, outcome];
    });
    if (scene !== null) {
      const here = sceneNode(scenes[scene], steps.length + 1, t);
      news ??= here;
      parts.push(here, ask(scenes[scene], scene));
    } else if (steps.length) {
      const rule = ruleNode(content.rule, t);
      parts.push(rule);
      news ??= rule;
      if (now.again) {
        const second = { ...now.again, option: asRecord(asRecord(scenes[start]?.choices)[now.again.choice]) };
        news = compareNode(steps[0], second, t);
        parts.push(news);
      } else parts.push(h("p", { class: "ov-label" }, t("Back to the first choice. What would you do now?")), ask(scenes[start], null));
    }
    fill(path, parts);
    map.node.hidden = scene !== null || !steps.length;
    map.show(map.node.hidden ? [] : steps);
    restart.show(steps.length > 0);
  }
}

/** Options, a reason where one is asked, and "Go on", which always works and says what is missing; `put` hears all that is filled in. */
function choiceForm({ scene, name, least, t, say, put, done }) {
  let draft = {};
  const fillIn = (part) => put({ ...draft, ...part });
  const problem = h("p", { class: "ov-note", hidden: true });
  const inputs = Object.entries(asRecord(asRecord(scene).choices)).map(([id, option]) => ({
    id, text: asText(asRecord(option).text), input: h("input", { type: "radio", name, onchange: () => fillIn({ choice: id }) }),
  }));
  const reason = least ? textField({ uid: name, t, label: t("Why?"), rows: 3, least, oninput: (motive) => fillIn({ motive }) }) : null;
  const goOn = () => {
    const made = { choice: draft.choice, motive: asText(draft.motive) };
    const lack = lacking(made, least);
    if (!lack) return done(made);
    problem.hidden = false;
    problem.textContent = lack === "choice" ? t("Choose what you would do first.") : t("Write your reason in at least {least} words first.", { least });
    say(problem.textContent);
    (lack === "choice" ? inputs[0]?.input : reason?.field)?.focus();
  };
  const node = h("div", { class: "ov-form" },
    h("fieldset", { class: "ov-fieldset" }, h("legend", { class: "ov-label" }, t("What do you do?")),
      h("div", { class: "ov-choices" }, inputs.map(({ input, text }) => h("label", { class: "ov-option ov-choice" }, input, h("span", {}, text))))),
    reason?.nodes ?? [], problem, h("button", { type: "button", class: "ov-button ov-main", onclick: goOn }, t("Go on")));
  return {
    node,
    show(now) {
      draft = now;
      for (const { id, input } of inputs) input.checked = now.choice === id;
      reason?.show(asText(now.motive));
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
