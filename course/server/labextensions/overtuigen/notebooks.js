/** What a notebook of the course says of itself; nothing of any other document. */
export const aboutOf = ({ context }) => context?.model?.getMetadata?.("course");

/** Visit each notebook once it is read: those that are open, and those that will be. */
export function eachRead(tracker, visit) {
  const opened = (panel) => void panel.context.ready.then(() => visit(panel));
  tracker.widgetAdded.connect((_sender, panel) => opened(panel));
  tracker.forEach(opened);
}
