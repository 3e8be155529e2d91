import { fill, h } from "./dom.js";
import { countTasks, ring } from "./seven.js";
import { translator } from "./values.js";

/** What the extension for JupyterLab draws with. */
export default { countTasks, fill, h, ring, translator };
