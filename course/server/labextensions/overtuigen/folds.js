/** JupyterLab makes cells without the words of the reader's language, and then the button of a fold is English. */
export function folds({ tracker, translator }) {
  async function opened(panel) {
    await panel.context.ready;
    for (const cell of panel.content.widgets) {
      cell.translator = translator;
      cell.maybeCreateOrUpdateExpandButton?.();
    }
  }

  if (!translator) return;
  tracker.widgetAdded.connect((_sender, panel) => void opened(panel));
  tracker.forEach(opened);
}
