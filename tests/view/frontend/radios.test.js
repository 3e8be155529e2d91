import { test } from "node:test";
import assert from "node:assert/strict";
import { takesBack } from "../../../course/view/frontend/radios.js";

function button() {
  const label = new EventTarget();
  const input = Object.assign(new EventTarget(), { checked: false });
  let cleared = 0;
  takesBack(label, input, () => (cleared += 1));
  const key = (name) => input.dispatchEvent(Object.assign(new Event("keydown", { cancelable: true }), { key: name }));
  return {
    input,
    press() {
      label.dispatchEvent(new Event("pointerdown"));
      input.checked = true; // as a browser does before anybody hears the click
      input.dispatchEvent(new Event("click"));
    },
    arrive() { // an arrow key on the button beside it is a click without a pointer
      input.checked = true;
      input.dispatchEvent(new Event("click"));
    },
    key,
    times: () => cleared,
  };
}

test("a second press takes the choice back, the first does not", () => {
  const one = button();
  one.press();
  assert.equal(one.times(), 0);
  one.press();
  assert.equal(one.times(), 1);
});

test("with the keyboard Delete and Backspace do, and no other key", () => {
  const one = button();
  one.key("Delete");
  one.arrive();
  one.arrive();
  one.key("Enter");
  assert.equal(one.times(), 0);
  one.key("Delete");
  one.key("Backspace");
  assert.equal(one.times(), 2);
});
