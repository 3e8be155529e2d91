import { asList, asRecord, has, keep } from "../../view/frontend/values.js";

/** The questions that stand open once those in `done` were asked, without those, in the order of the content. */
export function openNow(questions, done) {
  const opens = (id) => asList(asRecord(questions[id]).opens);
  const later = new Set(Object.keys(questions).flatMap(opens));
  const now = new Set(done.flatMap(opens));
  return Object.keys(questions).filter((id) => !done.includes(id) && (!later.has(id) || now.has(id)));
}

/** What was asked of one subject, in order. */
export function askedOf(asked, subject) {
  return asked.filter((turn) => turn.subject === subject).map(({ question }) => question);
}

/** The questions of one subject. */
export function questionsOf(content, subject) {
  return asRecord(asRecord(asRecord(content.subjects)[subject]).questions);
}

/** A well-shaped answer: questions that could be asked when they were, no more than there are turns, and known judgements. */
export function cleanInquiry(raw, content) {
  const asked = [];
  for (const { subject, question } of asList(asRecord(raw).asked).map(asRecord)) {
    const isOpen = has(content.subjects, subject) && openNow(questionsOf(content, subject), askedOf(asked, subject)).includes(question);
    if (isOpen && asked.length < content.turns) asked.push({ subject, question });
  }
  return { asked, placed: keep(asRecord(raw).placed, (subject, judgement) => has(content.subjects, subject) && has(content.judgements, judgement)) };
}
