/**
 * JupyterLab ends "Run All Cells" at the last cell. A reader who starts a lesson belongs at its first exercise.
 * Does nothing for any other exercise, and nothing when single cells are run.
 */
export function arrive(root) {
  requestAnimationFrame(() => {
    const notebook = root.closest(".jp-Notebook");
    const last = [...(notebook?.querySelectorAll(".jp-Cell") ?? [])].at(-1);
    if (!last?.classList.contains("jp-mod-active") || notebook.querySelector(".ov-exercise") !== root) return;
    root.scrollIntoView({ block: "center" });
  });
}
