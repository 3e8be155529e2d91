import { fill, h } from "../../view/frontend/dom.js";
import { asList, asRecord } from "../../view/frontend/values.js";
import { markAt, markId } from "./marks.js";

/** The sentences of each paragraph, as words: [[{from, to, text}]], cut where the kernel cut them. */
export function sentenceParts(lines, spans) {
  const known = asList(spans).filter((span) => Array.isArray(span));
  return lines.map((part) => part.map((line) => known
    .filter(([from, to]) => line.some(({ at }) => from <= at && at <= to))
    .map(([from, to]) => ({ from, to, text: line.filter(({ at }) => from <= at && at <= to).map(({ word }) => word).join(" ") }))));
}

/**
 * The text as toggle buttons, one a sentence: {node, paint()}. A span, because a real button cannot flow on over lines.
 * `act(from, to)` marks or unmarks with the pen at hand.
 */
export function sentenceText({ content, t, helpId, lines, labels, answer, items, missed, sign, judged, act }) {
  const parts = sentenceParts(lines, content.sentences);
  const all = parts.flat(2).map((sentence) => ({ ...sentence, node: toggleButton(sentence) }));
  const nodeOf = (sentence) => all.find(({ from }) => from === sentence.from).node;
  const node = h("div", { class: "ov-words ov-sentences", role: "group", "aria-label": t("The text, sentence by sentence") },
    parts.map((part) => h("p", {}, part.map((line, n) => [n ? h("br") : null, line.map((one) => [nodeOf(one), " "])]))));

  function toggleButton({ from, to, text }) {
    return h("span", {
      class: "ov-sentence", role: "button", tabindex: "0", "aria-pressed": "false", "aria-describedby": helpId,
      onclick: () => act(from, to),
      onkeydown: (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        act(from, to);
      },
    }, text);
  }

  return {
    node,
    paint() {
      const verdicts = Object.fromEntries(items().map(({ id, verdict }) => [id, verdict]));
      for (const { from, text, node: button } of all) {
        const mark = markAt(answer().marks, from);
        const of = labels.find(({ id }) => id === mark?.label);
        const verdict = mark && verdicts[markId(mark)];
        const isMissed = Boolean(markAt(missed(), from));
        fill(button, text, of ? [sign(of), judged(verdict)] : null, isMissed ? judged("missed") : null);
        button.setAttribute("aria-pressed", String(Boolean(mark)));
        const named = [of?.text, (verdict || isMissed) && asList(asRecord(content.verdicts)[verdict || "missed"])[1]].filter(Boolean);
        if (named.length) button.setAttribute("aria-label", [text, ...named].join(" "));
        else button.removeAttribute("aria-label");
        if (of) button.dataset.style = of.style;
        else delete button.dataset.style;
        button.classList.toggle("ov-missed", isMissed);
      }
    },
  };
}
