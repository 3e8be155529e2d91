import { asRecord, has } from "../../view/frontend/values.js";

const STEP = 36; // pixels between two feelings: one can hit a dot with a thumb
export const HIGH = 2;
const LOW = -2;
export const HEIGHT = (HIGH - LOW + 1) * STEP;

/** The points of a feeling line: x in percent of the width, so that they stand above their columns; null where unknown. */
export function feelingPoints(values) {
  return values.map((value, at) => (value === null ? null : { x: ((at + 0.5) * 100) / values.length, y: (HIGH - value + 0.5) * STEP }));
}

/** The stretches of a line between phases beside each other: a feeling that is unknown leaves a gap. */
export function stretches(points) {
  return points.slice(1).map((to, at) => [points[at], to]).filter(([from, to]) => from && to);
}

/** The feelings of the phases in which a card lies that lifts them, {phase: feeling}; as Python tells them. */
export function lifted(feelings, placed, lifts) {
  const found = {};
  for (const [card, phase] of Object.entries(placed)) {
    const lift = asRecord(lifts)[card];
    if (has(feelings, phase) && lift) found[phase] = Math.min(HIGH, (found[phase] ?? feelings[phase]) + lift);
  }
  return found;
}
