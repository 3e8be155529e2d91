"use strict";
// Marking without a needless click: Enter saves and goes to the next answer that waits, in this hand-in or the next.
// nbgrader's own script saves points and comments; this one only chooses where to go and what to say.
(() => {
  // nbgrader listens to the keyboard only once MathJax is there. Without formulas, or without internet, it never comes.
  window.MathJax ??= { Hub: { Startup: { signal: { Interest: (done) => done("End") } } } };

  const waiting = JSON.parse(document.getElementById("ov-waiting").textContent);
  const words = JSON.parse(document.getElementById("ov-words").textContent);
  const told = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const main = document.querySelector(".ov-marking");
  const left = main.querySelector(".ov-left");
  const memory = `overtuigen-marking:${assignment_id}`;
  const skipped = new Set(); // left for later in this visit
  const given = new Set(); // points that are on their way to the gradebook
  const fetched = { grades: false, comments: false };
  let question = sessionStorage.getItem(memory); // null: everything of one participant; else one question of everyone
  let saving = 0;
  let failed = false;

  const boxes = () => [...main.querySelectorAll(".score")];
  const order = (name) => boxes().findIndex((box) => box.id === name);
  const model = (name) => formgrader.grades.findWhere({ name });
  const waits = (name) => !given.has(name) && Boolean(fetched.grades ? model(name)?.get("needs_manual_grade")
    : waiting.find((one) => one.id === submission_id)?.cells.includes(name));
  const waitingHere = () => boxes().map((box) => box.id).filter(waits);
  const elsewhere = () => waiting.filter((one) => one.id !== submission_id);
  const count = (n, one, many) => told(n === 1 ? one : many, { n });

  // Where to go ------------------------------------------------------------------------------------------

  // Other hand-ins in the order of the formgrader, from this one on and then from the top.
  const others = () => {
    const later = elsewhere().filter((one) => one.id > submission_id);
    return [...later, ...elsewhere().filter((one) => one.id < submission_id)];
  };

  // The answer that had the focus last.
  const current = () => formgrader.last_selected.closest(".ov-card").find(".ov-open .score")[0]?.id;

  const focus = (name) => {
    const box = document.getElementById(name);
    box.closest("details")?.setAttribute("open", "");
    draw(); // a card that was folded must be there before it can have the focus
    box.focus();
    box.select();
  };

  const open = (id) => leave(() => { location.href = `${base_url}/submissions/${id}/`; });

  // Only when everything is saved; a comment is saved when it loses the focus.
  const leave = (then) => {
    const active = document.activeElement;
    active.blur();
    const look = (tries) => {
      if (saving === 0 && !failed) then();
      else if (failed || tries === 0) active.focus();
      else setTimeout(look, 30, tries - 1);
    };
    look(300);
  };

  const remember = (name) => {
    question = name;
    if (name === null) sessionStorage.removeItem(memory);
    else sessionStorage.setItem(memory, name);
  };

  const next = (from) => {
    const here = waitingHere().filter((name) => name !== from && !skipped.has(name));
    if (question === null) {
      const name = here.find((other) => order(other) > order(from)) ?? here[0];
      if (name) return focus(name);
      const other = others()[0];
      return other ? open(other.id) : finished();
    }
    const same = others().find((one) => one.cells.includes(question));
    if (same) return open(same.id);
    // Everyone's answer to this question has points: on to the question after it, from the first who waits.
    const all = [...new Set([...elsewhere().flatMap((one) => one.cells), ...here])].filter((name) => name !== from);
    const name = boxes().map((box) => box.id).find((id) => all.includes(id)) ?? all[0];
    if (!name) return finished();
    remember(name);
    if (here.includes(name)) return focus(name);
    return open(others().find((one) => one.cells.includes(name)).id);
  };

  const finished = () => leave(() => {
    draw();
    left.focus();
  });

  // What the page says -----------------------------------------------------------------------------------

  const draw = () => {
    const here = waitingHere();
    const more = elsewhere();
    const total = more.reduce((sum, one) => sum + one.cells.length, here.length);
    const inClass = {
      answers: count(total, words.one_answer, words.answers),
      people: count(more.length + (here.length ? 1 : 0), words.one_person, words.people),
    };
    const text = failed ? words.failed
      : total === 0 ? words.all_done
      : `${here.length ? told(words.here_left, { n: here.length }) : words.here_done}. ${told(words.class_left, inClass)}`;
    if (left.textContent !== text) left.textContent = text;
    for (const card of main.querySelectorAll(".ov-card")) {
      const names = [...card.querySelectorAll(".score")].map((box) => box.id);
      card.classList.toggle("ov-waits", names.some(waits));
      card.classList.toggle("ov-aside", question !== null && !names.includes(question));
    }
    for (const button of main.querySelectorAll(".ov-mode")) {
      button.setAttribute("aria-pressed", String((button.dataset.mode === "question") === (question !== null)));
    }
    main.querySelector(".ov-next").hidden = total === 0;
    reachable();
  };

  // nbgrader's Tab goes along everything of the class "tabbable". What is folded away cannot have the focus.
  const reachable = () => {
    for (const node of main.querySelectorAll(".score, .comment, .ov-fold > summary")) {
      node.classList.toggle("tabbable", node.checkVisibility());
    }
  };

  // Points -----------------------------------------------------------------------------------------------

  // Number, null for nothing, NaN for something else. A Dutch hand types a comma, and some keyboards have ½.
  const read = (box) => {
    const text = box.value.trim().replace("½", ".5").replace(",", ".");
    return text === "" ? null : /^\d*\.?\d+$|^\d+\.$/.test(text) ? Number(text) : NaN;
  };

  const isPoints = (box) => {
    const value = read(box);
    const right = value === null || value <= Number(box.dataset.most ?? Infinity);
    box.setAttribute("aria-invalid", String(!right));
    const heading = box.closest(".pull-right");
    heading.querySelector(".ov-wrong")?.remove();
    if (!right) {
      const said = document.createElement("p");
      said.className = "ov-wrong";
      said.setAttribute("role", "alert");
      const most = box.dataset.most?.replace(/\.0$/, "").replace(".", words.decimal);
      said.textContent = most ? told(words.range, { most }) : words.extra_range;
      heading.append(said);
    }
    return right;
  };

  // Before nbgrader reads the box: it knows points only with a full stop, and saves anything.
  main.addEventListener("change", (event) => {
    const box = event.target;
    if (!box.matches(".score, .extra-credit")) return;
    if (isPoints(box)) box.value = read(box) ?? "";
    else event.stopImmediatePropagation();
  }, true);

  // And after it wrote there: points stand in a box as the rest of the page writes them.
  const { render } = GradeUI.prototype;
  GradeUI.prototype.render = function () {
    render.call(this);
    for (const box of [this.$score, this.$extra_credit]) box.val((_, value) => value.replace(".", words.decimal));
  };

  const finish = (cell) => {
    const box = cell.querySelector(".score");
    if (!isPoints(box)) return box.focus();
    failed = false;
    if (read(box) === null) skipped.add(box.id);
    else {
      skipped.delete(box.id);
      given.add(box.id);
      box.value = read(box);
      $(box).trigger("change"); // also when the points were there already: they are confirmed
    }
    next(box.id);
  };

  document.addEventListener("keydown", (event) => {
    const field = event.target.closest?.(".ov-marking .score, .ov-marking .comment");
    if (event.key !== "Enter" || event.isComposing) return;
    if (event.target.closest?.(".ov-marking summary, .ov-marking button")) return event.stopPropagation();
    if (!field || (field.matches(".comment") && !event.ctrlKey && !event.metaKey)) return;
    const cell = field.closest(".nbgrader_cell");
    if (!cell.querySelector(".score")) return;
    event.preventDefault();
    event.stopPropagation();
    finish(cell);
  }, true);

  // A second marker --------------------------------------------------------------------------------------

  // With what it saves, the page tells what it was shown (`seen`); the server refuses what would overwrite another's.
  const asks = (kind, fields) => {
    const pick = (values) => Object.fromEntries(fields.map((name) => [name, values[name] ?? null]));
    const shown = (values) => fields.map((name) => values[name]).filter((one) => one !== null && one !== "")
      .map((one) => String(one).replace(".", typeof one === "number" ? words.decimal : ".")).join(" + ") || words.nothing;
    Object.assign(kind.prototype, {
      parse(values) {
        this.seen = pick(values);
        return values;
      },
      toJSON() {
        return { ...this.attributes, seen: this.seen };
      },
      // What is on its way counts as seen: a second thought may overtake it.
      sent() {
        this.underway = (this.underway ?? 0) + 1;
        [this.seen, this.before] = [pick(this.attributes), this.seen];
      },
      answered() {
        this.underway -= 1;
      },
      lost() {
        this.seen = this.before;
      },
      // Once for all that is on its way: Enter saves, and leaving the box saves again.
      ask(theirs) {
        if (this.underway) return;
        const text = told(words.newer, { theirs: shown(pick(theirs)), ours: shown(pick(this.attributes)) });
        if (window.confirm(text)) {
          this.seen = pick(theirs);
          this.save();
        } else this.set(this.parse(theirs));
      },
    });
  };
  asks(Grade, ["manual_score", "extra_credit"]);
  asks(Comment, ["manual_comment"]);

  // Start ------------------------------------------------------------------------------------------------

  const start = () => {
    for (const box of boxes()) box.placeholder = box.placeholder.replace(".", words.decimal);
    for (const box of main.querySelectorAll(".comment")) {
      const untouched = box.placeholder === "No response.";
      box.placeholder = untouched ? words.untouched : words.comment;
    }
    const here = waitingHere();
    if (question !== null && !document.getElementById(question)) remember(null);
    const first = question !== null ? (here.includes(question) ? question : null) : here[0];
    draw();
    if (first) focus(first);
    else main.querySelector(".ov-next").focus();
  };

  const listen = () => {
    // The top of the card just under the bars, so that question, answer and points are in sight together.
    const bar = main.querySelector(".ov-bar");
    const theirs = formgrader.getScrollPosition;
    formgrader.getScrollPosition = function () {
      const part = this.last_selected.closest(".ov-card, .ov-fold");
      const bars = getComputedStyle(bar).position === "sticky" ? 60 + bar.offsetHeight : 8;
      return part.length ? part.offset().top - bars : theirs.call(this);
    };
    for (const kind of ["grades", "comments"]) {
      const all = formgrader[kind];
      all.on("request", (one) => {
        saving += 1;
        one.sent?.();
      });
      all.on("error", (one, answer) => {
        saving -= 1;
        one.answered?.();
        if (answer.status === 409) return one.ask(answer.responseJSON);
        one.lost?.();
        failed = true;
        given.clear();
        draw();
      });
      all.on("sync", (one) => {
        saving -= 1;
        one.answered?.();
        given.delete(one.get("name"));
        if (fetched[kind]) return draw();
        fetched[kind] = true;
        if (fetched.grades && fetched.comments) start();
      });
      saving += 1; // the list itself is on its way
    }
  };
  // nbgrader sets up at the same moment; this comes after it.
  $(window).on("load", listen);

  main.addEventListener("toggle", reachable, true);
  main.querySelector(".ov-next").addEventListener("click", () => next(current() ?? ""));
  for (const button of main.querySelectorAll(".ov-mode")) {
    button.addEventListener("click", () => {
      const here = waitingHere();
      const chosen = current();
      remember(button.dataset.mode === "person" ? null : chosen ?? here[0] ?? waiting[0]?.cells[0] ?? null);
      draw();
      if (question !== null && !here.includes(question)) next(question);
      else if (here.length) focus(question ?? here[0]);
    });
  }
  left.tabIndex = -1;
})();
