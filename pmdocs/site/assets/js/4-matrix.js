/* Traceability ------------------------------------------------------------------------------------ */

views.matrix = (view) => {
  const tools = view.querySelector(".pm-tools");
  if (!tools) return;
  const parts = all(view, "tbody");
  const blocks = parts.filter((part) => !part.matches(".pm-part")).map(blockOf);
  const rows = blocks.flatMap((block) => block.rows);
  const { chosen, save } = choices({ text: "", status: "", theme: "", owner: "", gaps: "" }, view);
  const counted = make("output", { role: "status" });

  const show = () => {
    const wanted = fold(chosen.text);
    const fits = (row) => row.words.includes(wanted) && (!chosen.status || row.status === chosen.status) && (!chosen.gaps || row.gap);
    let count = 0;
    for (const block of blocks) {
      const { theme = "", owner = "" } = block.body.dataset;
      const wrong = (chosen.theme && theme !== chosen.theme) || (chosen.owner && owner !== chosen.owner);
      count += keepRows(block, wrong ? () => false : fits);
    }
    // A heading goes when nothing is left below it.
    for (const [place, part] of parts.entries()) {
      if (!part.matches(".pm-part")) continue;
      const next = parts.findIndex((other, at) => at > place && other.matches(".pm-part"));
      part.hidden = parts.slice(place + 1, next < 0 ? undefined : next).every((body) => body.hidden);
    }
    counted.textContent = `${count} of ${rows.length} rows`;
  };
  const change = (key) => (value) => { chosen[key] = value; show(); save(); };

  tools.append(searchBox("Filter the chain", chosen.text, change("text")));
  pickers(tools, chosen, change, { status: rows.map((row) => row.status), theme: blocks.map(({ body }) => body.dataset.theme), owner: blocks.map(({ body }) => body.dataset.owner) });
  const gaps = make("button", { type: "button", textContent: "Only gaps", "aria-pressed": Boolean(chosen.gaps) });
  gaps.addEventListener("click", () => {
    change("gaps")(chosen.gaps ? "" : "yes");
    gaps.setAttribute("aria-pressed", Boolean(chosen.gaps));
  });
  if (view.querySelector(".pm-gap")) tools.append(gaps);
  tools.append(counted);
  tools.hidden = false;
  show();
};

/** A list to choose from for each of these, where there is something to choose. */
const pickers = (tools, chosen, change, lists) => {
  for (const [key, some] of Object.entries(lists)) {
    const values = [...new Set(some.filter(Boolean))].sort(collator.compare);
    const list = picker(key === "status" ? "Story status" : capital(key), values, chosen[key], change(key));
    chosen[key] = list.value;
    if (values.length) tools.append(list);
  }
};

/** The rows of a block as they were made: each with its own cells, and the words of all that it hangs on. */
const blockOf = (body) => {
  const cells = [...body.rows].flatMap((row, at) => [...row.cells].map((cell) => ({ cell, at, height: cell.rowSpan, column: Number(cell.className.match(/\d/)) })));
  const rows = [...body.rows].map((row, at) => {
    const over = cells.filter((one) => one.at <= at && at < one.at + one.height);
    const words = fold(over.map(({ cell }) => cell.textContent).join(" "));
    const status = over.find(({ cell }) => cell.dataset.status)?.cell.dataset.status;
    return { row, words, status, gap: over.some((one) => one.at === at && one.cell.matches(".pm-gap")) };
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
  return count;
};

/* Coverage ---------------------------------------------------------------------------------------- */

views.coverage = (view) => {
  const table = view.querySelector("table");
  if (!table) return;
  const [body] = table.tBodies;
  const rows = [...body.rows];
  const tools = view.querySelector(".pm-tools");
  const heads = all(table, "th[data-key]");
  const last = table.querySelector(".pm-total");
  const words = new Map(rows.map((row) => [row, fold(`${row.cells[0].textContent} ${all(row, ".pm-dot").map((dot) => dot.title).join(" ")}`)]));
  const { chosen, save } = choices({ text: "", theme: "", owner: "", sort: "" }, view);
  const counted = make("output", { role: "status" });
  const sums = [...last.cells].slice(1).map(shareOf);

  const show = () => {
    const wanted = fold(chosen.text);
    for (const row of rows) row.hidden = !words.get(row).includes(wanted) || ["theme", "owner"].some((key) => chosen[key] && row.dataset[key] !== chosen[key]);
    const left = rows.filter((row) => !row.hidden);
    const isWhole = left.length === rows.length;
    // The last row tells of the rows that are shown.
    [...last.cells].slice(1).forEach((cell, at) => putShare(cell, isWhole ? sums[at] : left.map((row) => shareOf(row.cells[at + 1])).reduce(([a, b], [x, y]) => [a + x, b + y], [0, 0])));
    last.cells[0].textContent = isWhole ? "All" : "Shown";
    table.querySelector(".pm-loose")?.toggleAttribute("hidden", !isWhole);
    counted.textContent = `${left.length} of ${rows.length} items`;
  };
  const change = (key) => (value) => { chosen[key] = value; show(); save(); };

  const sort = () => {
    const down = chosen.sort.startsWith("-");
    const head = heads.find((one) => one.dataset.key === chosen.sort.replace(/^-/, ""));
    for (const other of heads) other.removeAttribute("aria-sort");
    head?.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = (row) => { const cell = row.cells[head.cellIndex]; return head.cellIndex ? rankOf(cell) : cell.textContent.trim(); };
    const order = (a, b) => (down ? -1 : 1) * (head.cellIndex ? key(a) - key(b) : collator.compare(key(a), key(b)));
    body.append(...(head ? [...rows].sort(order) : rows));
  };

  tools.append(searchBox("Filter items", chosen.text, change("text")));
  pickers(tools, chosen, change, { theme: rows.map((row) => row.dataset.theme), owner: rows.map((row) => row.dataset.owner) });
  tools.append(counted);
  tools.hidden = false;
  for (const head of heads) {
    const button = make("button", { type: "button", textContent: head.textContent });
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const { key } = head.dataset;
      chosen.sort = chosen.sort === key ? `-${key}` : chosen.sort === `-${key}` ? "" : key;
      sort();
      save();
    });
  }
  if (chosen.sort) sort();
  show();
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
  cell.replaceChildren(make("span", { textContent: is ? (total ? `${count}/${total}` : "–") : count }));
};
