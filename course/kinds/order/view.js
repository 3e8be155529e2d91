import { exercise } from "../../view/frontend/exercise.js";
import { cleanSteps, stepList } from "../../view/frontend/steps.js";
import { asRecord } from "../../view/frontend/values.js";

/** A well-shaped answer: known steps, each once; none at all as long as nothing was moved. */
export function cleanOrder(raw, content) {
  return { order: cleanSteps(asRecord(raw).order, content.steps) };
}

function drawOrder({ content, t, uid, body, answer, change, say, slot }) {
  const list = stepList({
    texts: content.steps, uid, t, say, slot, order: () => answer().order, put: (order) => change({ order }),
  });
  body.append(list.node);
  return ({ order }) => list.show(order);
}

/** What a step stands behind. */
export function before({ order }, step) {
  return order.includes(step) ? order[order.indexOf(step) - 1] ?? "" : null;
}

export default exercise({ name: "order", clean: cleanOrder, draw: drawOrder, part: before });
