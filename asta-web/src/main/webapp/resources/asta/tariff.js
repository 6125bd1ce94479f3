/* The grids of the tariff editor: arrows and Enter move, a pasted block fills cells, and a page is not left with unsaved cells by mistake. */
(function () {
  "use strict";

  const before = new WeakMap();

  function cells(row) { return Array.from(row.querySelectorAll("input.cell, select.cell")); }

  function neighbour(cell, rows, columns) {
    const row = cell.closest("tr");
    const all = Array.from(row.parentElement.children).filter(function (each) { return cells(each).length > 0; });
    const target = all[all.indexOf(row) + rows];
    if (!target) return null;
    const index = cells(row).findIndex(function (each) { return each === cell; }) + columns;
    return cells(target)[index] || null;
  }

  function put(cell, text) {
    if (cell.tagName === "SELECT") {
      const option = Array.from(cell.options).find(function (o) { return o.value === text || o.text === text; });
      if (option) cell.value = option.value;
    } else {
      cell.value = text;
    }
    mark(cell);
  }

  function mark(cell) {
    if (!before.has(cell)) before.set(cell, cell.defaultValue);
    cell.classList.toggle("cell-changed", cell.tagName === "SELECT"
      ? !cell.options[cell.selectedIndex].defaultSelected : cell.value !== cell.defaultValue);
  }

  document.addEventListener("keydown", function (e) {
    const cell = e.target.closest && e.target.closest("[data-grid] .cell");
    if (!cell || e.altKey || e.ctrlKey || e.metaKey || cell.tagName === "SELECT" && e.key !== "Enter") return;
    const next = e.key === "ArrowDown" || e.key === "Enter" && !e.shiftKey ? neighbour(cell, 1, 0)
      : e.key === "ArrowUp" || e.key === "Enter" && e.shiftKey ? neighbour(cell, -1, 0) : null;
    if (e.key === "Enter") e.preventDefault();
    if (next && !(cell.list && e.key !== "Enter")) {
      e.preventDefault();
      next.focus();
      if (next.select) next.select();
    }
  });

  document.addEventListener("paste", function (e) {
    const cell = e.target.closest && e.target.closest("[data-grid] input.cell");
    const text = e.clipboardData ? e.clipboardData.getData("text/plain") : "";
    if (!cell || !/[\t\n]/.test(text.trim())) return;
    e.preventDefault();
    text.replace(/\r/g, "").replace(/\n$/, "").split("\n").forEach(function (line, row) {
      line.split("\t").forEach(function (value, column) {
        const target = row + column === 0 ? cell : neighbour(cell, row, column);
        if (target) put(target, value.trim());
      });
    });
  });

  document.addEventListener("change", function (e) {
    if (e.target.matches && e.target.matches("[data-unsaved] .cell")) mark(e.target);
  });

  document.addEventListener("click", function (e) {
    const link = e.target.closest && e.target.closest("a[href]");
    const form = document.querySelector("[data-unsaved]");
    if (!link || !form || link.getAttribute("href").startsWith("#") || !form.querySelector(".cell-changed, .tick:checked")) return;
    if (!window.confirm(form.dataset.unsaved)) e.preventDefault();
  });
})();
