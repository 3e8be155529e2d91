"use strict";
const { plots, config } = JSON.parse(document.getElementById("data").textContent);

for (const [id, plot] of Object.entries(plots)) {
  const place = document.getElementById(id);
  place.replaceChildren();
  Plotly.newPlot(place, plot.data, plot.layout, config);
}

// A sheet of A4 is narrower than the column on a screen, and printing does not wait for a figure that resizes.
const PAPER = 650;
const each = (change) => Object.keys(plots).forEach((id) => Plotly.relayout(document.getElementById(id), change));
window.addEventListener("beforeprint", () => each({ width: PAPER }));
window.addEventListener("afterprint", () => each({ width: null, autosize: true }));

// A click on a column head sorts by that column: numbers as numbers, names as the language of the page sorts them.
const number = (text) => Number.parseFloat(text.replace("−", "-").replace(",", "."));
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((one) => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const text = (row) => row.cells[column].textContent.trim();
      const compare = (one, other) => {
        const [left, right] = [number(text(one)), number(text(other))];
        if (column > 0 && !(Number.isNaN(left) && Number.isNaN(right))) {
          return (Number.isNaN(left) ? -1 : left) - (Number.isNaN(right) ? -1 : right);
        }
        return text(one).localeCompare(text(other), document.documentElement.lang);
      };
      const rows = [...body.rows].sort(compare);
      body.append(...(down ? rows.reverse() : rows));
    });
  });
}
