/**
 * The edition without a server: what a server is asked elsewhere, a kernel in the browser tells here. The functions that
 * it is asked for are in course/browser.py.
 */

const TOLD = "application/vnd.overtuigen.told+json";

/** Whether this page is that edition. */
export function isSite(PageConfig) {
  return Boolean(PageConfig?.getOption("litePluginSettings"));
}

/** What the kernel tells when the function `name` is called with `given`, which is data. */
export async function askKernel(kernel, name, ...given) {
  const code = `__import__("course.browser").browser.${name}(${given.map(literal).join(", ")})`;
  const future = kernel.requestExecute({ code, store_history: false });
  let told = null;
  future.onIOPub = ({ content }) => {
    told = content.data?.[TOLD] ?? told;
  };
  await future.done;
  if (!told) throw new Error(`The kernel did not tell: ${name}`);
  return told;
}

/** Data as Python, in one line of ASCII: nothing in it can end a text or a line. */
function literal(data) {
  const ascii = JSON.stringify(data).replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `__import__("json").loads(${JSON.stringify(ascii)})`;
}

/** Give every notebook without widgets that bring a program along, as `without_programs` of a server does. */
export function leaveOutPrograms(contents) {
  const get = contents.get.bind(contents);
  contents.get = async (...asked) => {
    const model = await get(...asked);
    const metadata = model.content?.metadata;
    if (JSON.stringify(metadata?.widgets)?.includes("anywidget")) delete metadata.widgets;
    return model;
  };
}

/** Open only the notebook in the address: every one that was open at an earlier visit would begin a Python of its own. */
export function forgetOpened({ workspaces }) {
  const fetch = workspaces.fetch.bind(workspaces);
  workspaces.fetch = async (...asked) => {
    const workspace = await fetch(...asked);
    for (const key of Object.keys(workspace?.data ?? {})) if (key.startsWith("notebook:")) delete workspace.data[key];
    return workspace;
  };
}

/** Take away what a kernel that is gone has drawn: its widgets. The copies of answers stay. */
export function clearWidgets(cells) {
  for (const { model } of cells) {
    const outputs = model.outputs?.toJSON() ?? [];
    const kept = outputs.filter(({ data }) => !data?.["application/vnd.jupyter.widget-view+json"]);
    if (kept.length < outputs.length) model.outputs.fromJSON(kept);
  }
}

/**
 * Give each notebook a kernel of its own, and begin at once with that of the notebook in the address.
 *
 * JupyterLite knows a session by the name of its file alone: a lesson and an assignment that are called the same would
 * share a kernel, and so a folder for answers. And it starts a kernel only when the notebook stands on the page; Python
 * takes longer to begin than that.
 */
export function startKernels({ sessions, kernelspecs }, serviceWorker, path) {
  const start = sessions.startNew.bind(sessions);
  let early = path && kernelOf(kernelspecs, serviceWorker).then(async (name) => {
    const connection = await start({ path, name: path, type: "notebook", kernel: { name } });
    const { model } = connection;
    connection.dispose(); // two that listen to one kernel close each other's widgets
    return model;
  });
  sessions.startNew = async (options, more) => {
    const model = options.path === path ? await early?.catch(() => null) : null;
    if (model) early = null; // a next one is another
    return model ? sessions.connectTo({ ...more, model }) : start({ ...options, name: options.path }, more);
  };
}

/** The name of the kernel that there is, once it is there and can see the files of the page. */
async function kernelOf(kernelspecs, serviceWorker) {
  await serviceWorker?.ready;
  const found = () => kernelspecs.specs?.kernelspecs.python && "python";
  return found() ?? new Promise((done) => kernelspecs.specsChanged.connect(() => found() && done(found())));
}
