/* Traceability ------------------------------------------------------------------------------------ */

/** The choices of a view: kept in the address, unless it stands in somebody's text. */
const kept = (view, defaults) => ("embedded" in view.dataset ? { chosen: { ...defaults }, save() {} } : choices(defaults));

views.matrix = (view) => {
  const tools = view.querySelector(".pm-tools");
  if (!tools) return;
  const parts = all(view, "tbody");
  const blocks = parts.filter((part) => !part.matches(".pm-part")).map(blockOf);
  const { chosen, save } = kept(view, { text: "", status: "", theme: "", owner: "", gaps: "" });
  const total = blocks.reduce((sum, block) => sum + block.rows.length, 0);
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
    counted.textContent = `${count} of ${total} rows`;
  };
  const change = (key) => (value) => { chosen[key] = value; show(); save(); };

  tools.append(searchBox("Filter the chain", chosen.text, change("text")));
  const found = {
    status: blocks.flatMap((block) => block.rows.map((row) => row.status)),
    theme: blocks.map((block) => block.body.dataset.theme),
    owner: blocks.map((block) => block.body.dataset.owner),
  };
  for (const [key, some] of Object.entries(found)) {
    const values = [...new Set(some.filter(Boolean))].sort(collator.compare);
    const list = picker(key === "status" ? "Story status" : capital(key), values, chosen[key], change(key));
    chosen[key] = list.value;
    if (values.length) tools.append(list);
  }
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

/** The rows of a block as they were made: each with its own cells, and the words of all that it hangs on. */
const blockOf = (body) => {
  const cells = [...body.rows].flatMap((row, at) => [...row.cells].map((cell) => ({ cell, at, height: cell.rowSpan, column: Number(cell.className.match(/\d/)) })));
  const rows = [...body.rows].map((row, at) => {
    const over = cells.filter((one) => one.at <= at && at < one.at + one.height);
    const words = fold(over.map(({ cell }) => `${cell.textContent} ${[...cell.querySelectorAll(".pm-id")].map((id) => id.dataset.id ?? "").join(" ")}`).join(" "));
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
