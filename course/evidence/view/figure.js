// The controls of a figure. The kernel draws: a value goes out, a new drawing comes back and takes the place of the old.

const SPEAK_AFTER = 600; // milliseconds of rest before the summary is announced

function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

function boxes(control, type, name, set) {
  const inputs = Object.entries(control.options).map(([value, label]) => {
    const checked = type === "radio" ? control.value === value : control.value.includes(value);
    const input = make("input", { type, name, value, checked });
    input.addEventListener("change", () => {
      const chosen = inputs.filter(({ firstChild }) => firstChild.checked).map(({ firstChild }) => firstChild.value);
      set(type === "radio" ? chosen[0] : chosen);
    });
    return make("label", {}, input, ` ${label}`);
  });
  const sets = Object.entries(control.sets);
  if (!sets.length) return make("fieldset", {}, make("legend", { textContent: control.label }), ...inputs);
  // With buttons for what belongs together, the many boxes fold.
  const buttons = sets.map(([label, options]) => {
    const button = make("button", { type: "button", textContent: label });
    button.addEventListener("click", () => {
      for (const { firstChild } of inputs) firstChild.checked = options.includes(firstChild.value);
      set(options);
    });
    return button;
  });
  const folded = make("details", {}, make("summary", { textContent: control.fold }), ...inputs);
  return make("fieldset", {}, make("legend", { textContent: control.label }), ...buttons, folded);
}

function slider(control, language, set) {
  const format = new Intl.NumberFormat(language);
  const { low, high, step, value } = control;
  const output = make("output", { textContent: format.format(value) });
  const input = make("input", { type: "range", min: low, max: high, step, value });
  input.addEventListener("input", () => {
    output.textContent = format.format(input.valueAsNumber);
    set(input.valueAsNumber);
  });
  return make("label", { className: "ov-figure-range" }, make("span", { textContent: control.label }), input, output);
}

let shown = 0;

export default {
  render({ model, el }) {
    const root = make("div", { className: "ov-figure-live", innerHTML: model.get("html") });
    const part = (name) => root.querySelector(`.ov-figure-${name}`);
    const language = root.firstElementChild.lang;
    const name = `ov-figure-${(shown += 1)}`;
    const state = model.get("state");
    for (const start of model.get("controls")) {
      const control = { ...start, value: state[start.id] };
      const set = (value) => {
        model.set("state", { ...model.get("state"), [control.id]: value });
        model.save_changes();
      };
      const made =
        control.kind === "range"
          ? slider(control, language, set)
          : boxes(control, control.kind === "choice" ? "radio" : "checkbox", `${name}-${control.id}`, set);
      part("controls").append(made);
    }
    part("summary").setAttribute("role", "status");
    let waiting;
    const draw = () => {
      const { chart, table, summary } = model.get("drawn");
      if (chart === undefined) return;
      part("chart").innerHTML = chart;
      part("table").innerHTML = table;
      clearTimeout(waiting);
      waiting = setTimeout(() => (part("summary").textContent = summary), SPEAK_AFTER);
    };
    model.on("change:drawn", draw);
    draw();
    el.append(root);
    return () => {
      clearTimeout(waiting);
      model.off("change:drawn", draw);
    };
  },
};
