import { exercise } from "../../view/frontend/exercise.js";
import { arrange, asText, fill, h, paragraphs, toggle } from "../../view/frontend/dom.js";
import { asRecord, put } from "../../view/frontend/values.js";
import { askedOf, cleanInquiry, openNow, questionsOf } from "./turns.js";

/** A card for each subject, with what was asked of it beside or below, and one supply of turns for them all. */
function drawInquiry({ content, t, uid, body, answer, change, say, slot, get }) {
  const left = () => content.turns - answer().asked.length;
  const counted = () => t("Turns left: {left} of {turns}", { left: left(), turns: content.turns });
  const supply = h("p", { class: "ov-label" });
  const pips = h("span", { class: "ov-pips", "aria-hidden": "true" }, Array.from({ length: content.turns }, () => h("i")));
  const subjects = Object.keys(asRecord(content.subjects)).map(drawSubject);
  body.append(h("div", { class: "ov-supply" }, supply, pips), ...subjects.map(({ node }) => node));

  function drawSubject(id) {
    const { name, text } = asRecord(content.subjects[id]);
    const questions = questionsOf(content, id);
    const title = h("h5", { class: "ov-name", id: `${uid}-${id}` }, asText(name));
    const talk = h("ol", { class: "ov-talk", role: "list" });
    const count = h("p", { class: "ov-label" });
    const open = h("div", { class: "ov-questions" });
    const ask = h("div", { class: "ov-ask", role: "group", "aria-label": t("Ask about: {name}", { name }) }, count, open);
    const unasked = h("div");
    const rest = h("details", { class: "ov-unasked" }, h("summary", {}, t("You could also have heard this")), unasked);
    const lines = memo((question) => h("li", { tabindex: "-1" }, spoken(questions[question])));
    const buttons = memo((question) => h("button", {
      type: "button", class: "ov-button ov-question-button", onclick: () => spend(question),
    }, asText(questions[question].text)));
    const judgements = Object.entries(asRecord(content.judgements)).map(([judgement, told]) => ({
      judgement, told,
      input: h("input", { type: "radio", name: `${uid}-${id}-judgement`, onchange: () => change({ ...answer(), placed: put(answer().placed, id, judgement) }) }),
    }));
    const half = h("p", { class: "ov-help" }, t("You have spent no turn here. Then a right verdict counts half."));
    const judge = h("fieldset", { class: "ov-fieldset ov-judge" },
      h("legend", { class: "ov-label" }, t("Your verdict"), h("span", { class: "ov-sr" }, `: ${asText(name)}`)),
      h("div", { class: "ov-levels" }, judgements.map(({ input, told }) => h("label", { class: "ov-option" }, input, h("span", {}, String(told))))), half, slot(id));
    const node = h("article", { class: "ov-subject", "aria-labelledby": title.id },
      h("div", { class: "ov-front" }, title, paragraphs(text)), h("div", { class: "ov-hearing" }, talk, ask, rest), judge);

    function spend(question) {
      if (left() <= 0) return say(t("You have no turns left. Give your verdicts."));
      const before = openNow(questions, askedOf(answer().asked, id));
      change({ ...answer(), asked: [...answer().asked, { subject: id, question }] });
      lines(question).focus({ preventScroll: true }); // it is read there; the rest is said
      const fresh = openNow(questions, askedOf(answer().asked, id)).filter((each) => !before.includes(each));
      say([...fresh.map((each) => t("New question: “{question}”", { question: asText(questions[each].text) })),
        left() ? counted() : t("You have no turns left. Give your verdicts.")].join(" "));
    }

    return {
      node,
      show({ asked, placed }, complete) {
        const done = askedOf(asked, id);
        const now = openNow(questions, done);
        arrange(talk, done.map(lines));
        arrange(open, now.map(buttons));
        for (const each of now) buttons(each).setAttribute("aria-disabled", String(left() <= 0));
        count.textContent = left() > 0 ? t("Spend a turn ({left} left)", { left: left() }) : t("You have no turns left.");
        toggle(talk, done.length > 0);
        toggle(ask, now.length > 0 && !complete);
        for (const { judgement, input } of judgements) input.checked = placed[id] === judgement;
        toggle(half, done.length === 0 && id in placed && !complete);
        const unheard = Object.keys(questions).filter((each) => !done.includes(each));
        toggle(rest, complete && unheard.length > 0);
        fill(unasked, complete ? h("ul", { class: "ov-talk", role: "list" }, unheard.map((each) => h("li", {}, spoken(questions[each])))) : null);
      },
    };
  }

  function spoken({ text, answer: told }) {
    return [h("p", { class: "ov-asked" }, asText(text)), h("div", { class: "ov-answered" }, paragraphs(told))];
  }

  return (now) => {
    supply.textContent = counted();
    [...pips.children].forEach((pip, at) => pip.toggleAttribute("data-spent", at < now.asked.length));
    const complete = Boolean(asRecord(get("feedback")).complete);
    for (const subject of subjects) subject.show(now, complete);
  };
}

/** What `make` makes for an id, made once. */
function memo(make) {
  const made = new Map();
  return (id) => made.get(id) ?? made.set(id, make(id)).get(id);
}

export default exercise({
  name: "inquiry", clean: cleanInquiry, draw: drawInquiry,
  part: ({ asked, placed }, id) => [placed[id] ?? null, askedOf(asked, id).length > 0],
});
