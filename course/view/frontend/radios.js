/**
 * Let a choice among radio buttons be taken back: with a second press on the chosen one, or with Delete or Backspace.
 * `label` is the element around the button `input`; `clear` hears it.
 */
export function takesBack(label, input, clear) {
  let wasChosen = false; // when the pointer went down: a click itself always finds it chosen
  label.addEventListener("pointerdown", () => (wasChosen = input.checked));
  input.addEventListener("click", () => {
    const again = wasChosen;
    wasChosen = false;
    if (again) clear();
  });
  input.addEventListener("keydown", (event) => {
    if (!["Delete", "Backspace"].includes(event.key) || !input.checked) return;
    event.preventDefault();
    clear();
  });
}
