/**
 * Send answers one at a time, and say truthfully how that stands.
 *
 * At most one message is under way; of what comes meanwhile only the newest is kept, and it goes out when the reply
 * arrives. So the kernel sets the pace. Without a reply in `wait` ms the state is "lost" and the newest answer is
 * tried again every `retry` ms. "saved" is only ever said on the word of the other side.
 *
 * @param {object} to
 * @param {(message: object) => void} to.send  sends one message; may throw
 * @param {(state: {state: string, time?: string, message?: string}) => void} to.show  shows the state
 * @param {number} [to.first]  number before the first message: differs per view, so that views do not take each
 *   other's replies for their own
 */
export function saver({ send, show, first = 0, wait = 5000, retry = 3000 }) {
  let seq = first;
  let flying = null; // the message under way
  let next = null; // the newest answer that still has to go
  let lost = false;
  let timer;

  function post() {
    clearTimeout(timer);
    const { answer, check } = next ?? flying;
    seq += 1;
    // A reply to an earlier try with the same answer counts too, or a slow kernel would stay "lost" for ever.
    flying = { seq, since: next ? seq : flying.since, answer, check: check || Boolean(flying?.check) };
    next = null;
    if (!lost) show({ state: "saving" });
    try {
      send({ type: flying.check ? "check" : "answer", seq: flying.seq, answer });
      timer = setTimeout(miss, lost ? retry : wait);
    } catch {
      miss(retry);
    }
  }

  function miss(pause = 0) {
    if (!lost) show({ state: "lost" });
    lost = true;
    clearTimeout(timer);
    if (pause) timer = setTimeout(post, pause);
    else post();
  }

  function offer(answer, check) {
    next = { answer, check: check || Boolean(next?.check) };
    if (!flying) post();
  }

  return {
    /** Keep this answer. */
    put: (answer) => offer(answer, false),
    /** Keep this answer and ask for feedback on it. */
    check: (answer) => offer(answer, true),
    /** Whether something is not yet kept. */
    busy: () => flying !== null,
    /** The other side reports `{seq, state, time, message}`; returns the message of this view that it is about, if any. */
    reply(status) {
      if (flying && status.seq >= flying.since && status.seq <= flying.seq) {
        clearTimeout(timer);
        const done = flying;
        flying = null;
        lost = false;
        if (next) post();
        else show(status);
        return done;
      }
      if (!flying && (status.state !== "idle" || status.message)) show(status);
      return null;
    },
    /** The view goes away. */
    stop: () => clearTimeout(timer),
  };
}
