/**
 * Handing in through nbgrader's exchange, where there is one. It has its own addresses for this; what they say is kept here.
 *
 * @param {(address: string, body?: object) => Promise<Response>} ask
 */
export function exchange(ask) {
  let course = "";
  let listed = [];

  async function take(response) {
    if (!response.ok) return false;
    const { success, value } = await response.json();
    if (!success || !Array.isArray(value)) return false;
    listed = value;
    return true;
  }

  const act = async (action, name) => take(await ask(`assignments/${action}`, { course_id: course, assignment_id: name }));
  const all = (name, status) => listed.filter((one) => one.assignment_id === name && one.status === status);

  const sent = (name) => all(name, "submitted").flatMap(({ submissions }) => submissions ?? []);
  const marked = (name) => sent(name).filter((one) => one.has_local_feedback || one.has_exchange_feedback)
    .sort((one, other) => (one.timestamp < other.timestamp ? 1 : -1))[0];

  return {
    /** See what there is of a course; without an exchange, or without nbgrader, that is nothing. */
    async look(id) {
      course = id;
      await ask(`assignments?course_id=${encodeURIComponent(id)}`).then(take).catch(() => false);
    },
    /** Hand in an assignment; whether that went well. */
    send: (name) => act("submit", name),
    /** Get an assignment from the exchange; whether that went well. */
    fetch: (name) => act("fetch", name),
    /** Whether an assignment is here and can be handed in. */
    canSend: (name) => all(name, "fetched").length > 0,
    /** Whether an assignment is on the exchange, and not here yet. */
    canFetch: (name) => all(name, "released").length > 0,
    /** What is on the exchange, and not here yet. */
    toFetch: () => listed.filter(({ status }) => status === "released").map((one) => one.assignment_id),
    /** When an assignment was handed in, the first time first. */
    times: (name) => sent(name).map(({ timestamp }) => timestamp).sort(),
    /** Whether there is feedback on an assignment. */
    hasFeedback: (name) => Boolean(marked(name)),
    /** Get the feedback on an assignment; the path of its page, or "". */
    async feedback(name) {
      if (!pageOf(marked(name))) await act("fetch_feedback", name);
      return pageOf(marked(name));
    },
  };
}

/** The page with the feedback on a hand-in, if it is here and is the last one. */
function pageOf(handIn) {
  if (!handIn?.has_local_feedback || handIn.feedback_updated) return "";
  return `${handIn.local_feedback_path}/${handIn.notebooks[0].notebook_id}.html`;
}

/** A moment as nbgrader writes it, "2026-11-26 13:10:22.123456 UTC", as people say it in their own time zone. */
export function sayMoment(stamp, locale) {
  const [day, time, zone] = String(stamp).split(" ");
  const moment = new Date(`${day}T${time?.slice(0, 8)}${zone === "UTC" ? "Z" : ""}`);
  if (Number.isNaN(moment.getTime())) return String(stamp);
  const said = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
  return said.format(moment);
}
