import { eachRead } from "./notebooks.js";

/** JupyterLab makes cells without the words of the reader's language, and then the button of a fold is English. */
export function folds({ tracker, translator }) {
  function translate(panel) {
    for (const cell of panel.content.widgets) {
      cell.translator = translator;
      cell.maybeCreateOrUpdateExpandButton?.();
    }
  }

  if (translator) eachRead(tracker, translate);
}
