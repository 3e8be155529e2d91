import { asText } from "../../view/frontend/dom.js";
import { asList, asRecord, has } from "../../view/frontend/values.js";
import { countWords } from "../../view/frontend/words.js";

/**
 * Walk the scenes as far as the steps go: {steps, scene}. Every walked step carries the scene and the chosen option;
 * `scene` is where the participant stands now, null at the end. Steps that do not follow the path are left out.
 */
export function walkScenes(content, steps) {
  const scenes = asRecord(content.scenes);
  let scene = firstScene(scenes);
  const walked = [];
  for (const step of asList(steps).map(asRecord)) {
    const choices = asRecord(asRecord(scenes[scene]).choices);
    if (scene === null || step.scene !== scene || !has(choices, step.choice)) break;
    const option = asRecord(choices[step.choice]);
    walked.push({ scene, choice: step.choice, motive: asText(step.motive), option });
    scene = has(scenes, option.next) ? option.next : null;
  }
  return { steps: walked, scene };
}

/** The scene where the story begins: "start", or else the first. */
export function firstScene(scenes) {
  return has(scenes, "start") ? "start" : Object.keys(scenes)[0] ?? null;
}

/** Every choice that there is, as [scene, choice]; each scene is one that a choice leads to. */
export function choicesIn(scenes) {
  return Object.entries(asRecord(scenes)).flatMap(([scene, { choices }]) => Object.keys(asRecord(choices)).map((choice) => [scene, choice]));
}

/** A well-shaped answer: steps along the path, a second choice only once the path is walked, and what is not decided yet. */
export function cleanDilemma(raw, content) {
  const { steps, again } = asRecord(raw);
  const walk = walkScenes(content, steps);
  const scenes = asRecord(content.scenes);
  const choices = asRecord(asRecord(scenes[firstScene(scenes)]).choices);
  const second = asRecord(again);
  const ready = walk.scene === null && walk.steps.length > 0 && has(choices, second.choice);
  return {
    steps: walk.steps.map(({ scene, choice, motive }) => ({ scene, choice, motive })),
    again: ready ? { choice: second.choice, motive: asText(second.motive) } : null,
    ...cleanDraft(asRecord(raw).draft, ready ? {} : asRecord(asRecord(scenes[walk.scene ?? firstScene(scenes)]).choices)),
  };
}

/** What is filled in where one stands, if anything: nothing may hold text that is not in the answer. */
function cleanDraft(raw, choices) {
  const { choice, motive } = asRecord(raw);
  const draft = { choice: has(choices, choice) ? choice : null, motive: asText(motive) };
  return Object.keys(choices).length && (draft.choice || draft.motive) ? { draft } : {};
}

/** What a choice with its motive still lacks: "choice", "motive" or "". */
export function lacking({ choice, motive }, least) {
  if (!choice) return "choice";
  return countWords(motive) < (least || 0) ? "motive" : "";
}
