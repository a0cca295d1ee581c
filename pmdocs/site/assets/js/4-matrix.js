/* Traceability ------------------------------------------------------------------------------------ */

views.matrix = (view) => {
  if (!view.querySelector(".pm-tools")) return;
  const parts = all(view, "tbody");
  const blocks = parts.filter((part) => !part.matches(".pm-part")).map(blockOf);
  const gaps = view.querySelector(".pm-gap") && button("Only gaps", () => { gaps.value = gaps.value ? "" : "yes"; chosen.gaps = gaps.value; update(); });
  const { chosen, update, begin } = filters(view, blocks.flatMap(({ rows }) => rows), {
    what: "the chain", of: " rows",
    keys: ["status", "theme", "owner", "proof", "gaps"],
    fields: gaps ? { gaps } : {},
    least: 0,
    label: (key) => (key === "status" ? "Story status" : capital(key)),
    wordsOf: (row) => row.words,
    valuesOf: (row, key) => [row[key]],
    show(left, { gaps: only }) {
      gaps?.setAttribute("aria-pressed", only !== "");
      for (const block of blocks) keepRows(block, (row) => left.has(row));
      // A heading goes when nothing is left below it.
      let below = false;
      for (const part of [...parts].reverse()) {
        const isHead = part.matches(".pm-part");
        if (isHead) part.hidden = !below;
        below = !isHead && (below || !part.hidden);
      }
    },
  });
  begin();
};

/** The rows of a block as they were made: each with its own cells, and the words of all that it hangs on. */
const blockOf = (body) => {
  const cells = [...body.rows].flatMap((row, at) => [...row.cells].map((cell) => ({ cell, at, height: cell.rowSpan, column: Number(cell.className.match(/\d/)) })));
  const rows = [...body.rows].map((row, at) => {
    const over = cells.filter((one) => one.at <= at && at < one.at + one.height);
    const words = over.map(({ cell }) => `${cell.textContent} ${all(cell, ".pm-id").map((id) => id.dataset.id ?? "").join(" ")}`).join(" ");
    const { status, proof } = Object.assign({}, ...over.map(({ cell }) => cell.dataset));
    return { ...body.dataset, row, words, status, proof, gaps: over.some((one) => one.at === at && one.cell.matches(".pm-gap")) && "yes" };
  });
  return { body, cells, rows, shown: rows.length };
};

/** Show the rows of a block that fit: what spans several moves to the first that is left, and shrinks. */
const keepRows = (block, fits) => {
  const kept = block.rows.map(fits);
  const count = kept.filter(Boolean).length;
  block.body.hidden = !count;
  if (count && (count < block.rows.length || block.shown < block.rows.length)) {
    block.rows.forEach(({ row }, at) => { row.hidden = !kept[at]; row.replaceChildren(); });
    for (const { cell, at, height } of [...block.cells].sort((a, b) => a.column - b.column)) {
      const left = kept.slice(at, at + height).filter(Boolean).length;
      if (!left) continue;
      cell.rowSpan = left;
      cell.style.setProperty("--h", left);
      block.rows[kept.indexOf(true, at)].row.append(cell);
    }
  }
  block.body.style.setProperty("--rows", count);
  block.shown = count;
};

/* Coverage ---------------------------------------------------------------------------------------- */

views.coverage = (view) => {
  const table = view.querySelector("table");
  if (!table) return;
  const [body] = table.tBodies;
  const rows = [...body.rows];
  const last = table.querySelector(".pm-total");
  const sums = [...last.cells].slice(1).map(shareOf);
  const { chosen, save, begin } = filters(view, rows, {
    what: "items",
    keys: ["theme", "owner"],
    defaults: { sort: "" },
    least: 0,
    wordsOf: (row) => `${row.cells[0].textContent} ${all(row, ".pm-dot").map((dot) => dot.title).join(" ")}`,
    show(left) {
      for (const row of rows) row.hidden = !left.has(row);
      const isWhole = left.size === rows.length;
      // The last row tells of the rows that are shown.
      [...last.cells].slice(1).forEach((cell, at) => putShare(cell, isWhole ? sums[at] : [...left].map((row) => shareOf(row.cells[at + 1])).reduce(([a, b], [x, y]) => [a + x, b + y], [0, 0])));
      last.cells[0].textContent = isWhole ? "All" : "Shown";
      table.querySelector(".pm-loose")?.toggleAttribute("hidden", !isWhole);
    },
  });
  const heads = all(table, "th[data-key]").map((element) => ({ element, key: element.dataset.key }));
  const sort = sorting(heads, chosen, "", (head, sign) => {
    const at = head?.element.cellIndex;
    const key = (row) => (at ? rankOf(row.cells[at]) : row.cells[0].textContent.trim());
    const order = (a, b) => sign * (at ? key(a) - key(b) : collator.compare(key(a), key(b)));
    body.append(...(head ? [...rows].sort(order) : rows));
    save();
  });
  if (chosen.sort) sort();
  begin();
};

/** The two numbers of a cell: `3/5`, or one number, or a dot that counts one. */
const shareOf = (cell) => {
  const [count, total = 0] = (cell.textContent.match(/\d+/g) ?? [cell.querySelector(".pm-dot") ? 1 : 0]).map(Number);
  return [count, total];
};

/** Where a cell stands among others: by its share, and then by how much there is; nothing comes first. */
const rankOf = (cell) => {
  const [count, total] = shareOf(cell);
  return total ? count / total + total / 1e9 : /\d/.test(cell.textContent) ? count : -1;
};

/** Write two numbers into a cell of the last row. */
const putShare = (cell, [count, total]) => {
  const is = cell.matches(".pm-ratio");
  cell.classList.toggle("pm-share", is && total > 0);
  cell.classList.remove("pm-lack");
  cell.style.setProperty("--p", total ? Math.floor((100 * count) / total) : 0);
  cell.innerHTML = is ? (total ? `${count}/${total}<i class=pm-meter>` : "–") : count;
};
