import { askKernel } from "./site.js";
import words from "./words.js";

const TYPE = "application/zip";

/** Two buttons at a notebook of the course: its work goes along as one file, and comes back on another computer. */
export async function addButtons({ context, toolbar }, { Notification, ToolbarButton }, runAgain) {
  await context.ready;
  const about = context.model.getMetadata("course");
  if (!about) return;
  const t = (message) => words[about.language]?.[message] ?? message;
  const button = (place, name, label, tooltip, onClick) => {
    const failed = () => Notification.error(t("That did not work. Wait until the exercises have begun, and try again."));
    toolbar.insertItem(place, name, new ToolbarButton({ label, tooltip, onClick: () => onClick().catch(failed) }));
  };
  button(0, "overtuigen-take", t("Take along"), t("Download this notebook and your answers as one file"), () => take(context));
  button(1, "overtuigen-bring", t("Put back"), t("Put back answers from a file that you took along"), async () => {
    const file = await chosen();
    if (!file) return;
    const { kept, unkept } = await bring(context, file);
    if (kept) await runAgain(context);
    const told = kept ? t("Put back. Where you had a newer answer here, that one stays.") : t("This file holds no answers for this notebook.");
    if (unkept) Notification.error(t("Your answers are not kept here: take them along before you close this page."));
    else Notification.info(told);
  });
}

/** Download a notebook as it is now, with the answers beside it. */
export async function take(context) {
  const name = context.path.split("/").pop();
  await context.save();
  const kernel = context.sessionContext.session.kernel;
  const { zip } = await askKernel(kernel, "take", JSON.stringify(context.model.toJSON()), name);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([Uint8Array.from(atob(zip), (sign) => sign.charCodeAt(0))], { type: TYPE }));
  link.download = name.replace(/\.ipynb$/, ".zip");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function chosen() {
  return new Promise((done) => {
    const input = Object.assign(document.createElement("input"), { type: "file", accept: ".zip,.ipynb" });
    input.addEventListener("change", () => done(input.files[0]));
    input.addEventListener("cancel", () => done(null));
    input.click();
  });
}

async function bring({ path, model, sessionContext }, file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts = Array.from({ length: Math.ceil(bytes.length / 8192) }, (_part, at) => bytes.subarray(at * 8192, (at + 1) * 8192));
  const data = btoa(parts.map((part) => String.fromCharCode(...part)).join(""));
  // Lessons keep their answers together; an assignment has its own.
  const exercises = path.startsWith("exercises/") ? Array.from(model.cells, ({ id }) => id) : null;
  return askKernel(sessionContext.session.kernel, "bring", data, exercises);
}
