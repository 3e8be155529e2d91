/**
 * A view as a widget: it brings its stylesheets, and tells the notebook around it that it is a lesson of the course.
 *
 * A page wears a stylesheet once, however many views bring it and however often their kernel starts: each time that
 * styles are put on, the whole page is styled anew. For the same reason the notebook gets a class, where a selector could
 * look for an exercise inside it: that looks again at every change of the page.
 */
export function dressed(view, styles) {
  return {
    render(context) {
      styles.forEach(wear);
      requestAnimationFrame(() => context.el.closest(".jp-Notebook")?.classList.add("ov-lesson"));
      return view.render(context);
    },
  };
}

function wear(text) {
  const worn = [...document.head.querySelectorAll("style.ov-style")];
  if (worn.some((style) => style.textContent === text)) return;
  document.head.append(Object.assign(document.createElement("style"), { className: "ov-style", textContent: text }));
}
