/* Tables ------------------------------------------------------------------------------------------ */

views.table = (view) => {
  const grid = view.querySelector("table");
  if (!grid) return;
  const groups = [...grid.tBodies];
  const rows = groups.flatMap((group) => [...group.rows]);
  const heads = [...grid.tHead.rows[0].cells].map((head, place) => column(grid, head, place));
  const filtering = heads.filter((head) => head.choices);
  const byName = Object.fromEntries(filtering.map((head) => [head.name, head]));
  const texts = new Map();
  const listed = () => heads.filter((head) => head.shown()).map((head) => head.key).join(".");
  const embedded = "embedded" in view.dataset;
  const first = grid.dataset.sort ?? "";
  // Rows stand in groups, so that those off the screen cost nothing: they are only as high as they say.
  const sizes = new Map(groups.map((group) => [group, group.rows.length]));
  let ordered = rows;
  const inGroups = (put) => {
    let start = 0;
    for (const group of groups) put(group, ordered.slice(start, (start += sizes.get(group))));
  };
  const measure = () => inGroups((group, some) => group.style.setProperty("--rows", some.filter((row) => !row.hidden).length));

  const { chosen, save, update, fields, tools, add, begin } = filters(view, rows, {
    what: "rows", of: "",
    keys: Object.keys(byName),
    defaults: { sort: first, columns: listed() },
    least: 0,
    label: (name) => byName[name].label,
    // What is chosen is the same in small letters and in large ones.
    valuesOf: (row, name) => byName[name].many(row).map((one) => { const key = fold(one); texts.set(key, one); return key; }),
    named: (key) => capital(texts.get(key)),
    show(left) {
      for (const row of rows) if (row.hidden === left.has(row)) row.hidden = !row.hidden;
      measure();
    },
  });
  const wanted = chosen.columns.split(".");
  for (const head of heads) head.show(head.fixed || wanted.includes(head.key));

  const order = make("select", { className: "pm-only-phone", "aria-label": "Sort", onchange() { chosen.sort = order.value; sort(); } }, new Option("Sort: as written", ""));
  for (const { key, label } of heads) order.append(new Option(`Sort: ${label}`, key), new Option(`Sort: ${label}, last first`, `-${key}`));
  const sort = sorting(heads, chosen, first, (head, sign) => {
    order.value = chosen.sort;
    ordered = head && chosen.sort !== first ? head.sorted(rows, sign) : rows;
    inGroups((group, some) => group.append(...some));
    measure();
    save();
  });
  const csv = button("CSV", () => {
    const shown = heads.filter((head) => head.shown());
    const cells = ordered.filter((row) => !row.hidden).map((row) => shown.map((head) => head.plain(row)));
    saveAs(view.dataset.name, [shown.map((head) => head.label), ...cells]);
  }, { "aria-label": "Save what is shown as CSV" });
  add(order, chooser(heads, () => { chosen.columns = listed(); layOut(); save(); }), csv);
  // A short table in prose explains itself.
  tools.hidden = embedded && !rows[10];

  const layOut = () => {
    grid.style.setProperty("--cols", heads.filter((head) => head.shown()).map((head) => head.element.dataset.width).join(" "));
    for (const head of filtering) if (fields[head.name]) fields[head.name].hidden = head.key !== "tags" && !head.shown() && !chosen[head.name];
  };
  layOut();
  if (chosen.sort !== first) sort();
  begin();
};

/** A column of a table: what its cells say, and whether it is shown. */
const column = (grid, element, place) => {
  const { key, choices } = element.dataset;
  const cell = (row) => row.cells[place];
  const text = (row) => cell(row).textContent.trim();
  // What a tag is may hold a comma, so each stands in an element of its own.
  const many = (row) => (key === "tags" ? all(cell(row), ".pm-one").map((one) => one.textContent) : [text(row)].filter(Boolean));
  const sortable = (row) => {
    const marked = cell(row).querySelector("time, data");
    return marked?.dateTime ?? (marked ? Number(marked.value) : text(row));
  };
  return {
    element, key, label: element.textContent, choices: choices !== undefined, fixed: key === "title",
    // These words of the address have a meaning already, here or for the theme.
    name: ["text", "sort", "columns", "q", "h"].includes(key) ? `${key}-is` : key,
    shown: () => !element.hidden,
    show(shown) { if (element.hidden === shown) for (const row of grid.rows) row.cells[place].hidden = !shown; },
    many,
    // A number of ours is written so that a program reads it as one.
    plain: (row) => {
      const value = cell(row).querySelector("data")?.value;
      return value !== undefined && text(row).replaceAll(",", "") === value ? value : inert(text(row));
    },
    /** The rows by this column; what is empty comes last either way. */
    sorted: (rows, sign) => rows
      .map((row) => [row, sortable(row)])
      .sort(([, a], [, b]) => ((a === "" || b === "") ? (a === "") - (b === "") : sign * (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(a, b))))
      .map(([row]) => row),
  };
};

/** A button that opens a list of the columns to choose from. */
const chooser = (heads, changed) => {
  const list = make("div", { hidden: true, tabIndex: -1, role: "group", "aria-label": "Columns to show" });
  const opener = button("Columns", () => { open(list.hidden); if (!list.hidden) list.focus(); }, { "aria-expanded": false });
  const open = (on) => { list.hidden = !on; opener.setAttribute("aria-expanded", on); };
  for (const head of heads.filter((one) => !one.fixed)) {
    const box = make("input", { type: "checkbox", checked: head.shown(), onchange() { head.show(box.checked); changed(); } });
    list.append(make("label", {}, box, head.label));
  }
  const menu = make("span", { className: "pm-menu" }, opener, list);
  on(menu, "keydown", (event) => { if (event.key === "Escape" && !list.hidden) { open(false); opener.focus(); } });
  on(menu, "focusout", (event) => { if (!menu.contains(event.relatedTarget)) open(false); });
  return menu;
};

/* Spreadsheets run what begins like a formula. */
const inert = (text) => (/^[=+\-@\s＝＋－＠]/.test(text) ? `'${text}` : text);

/** Save rows of cells as a file (RFC 4180), with the mark by which spreadsheets know UTF-8. */
const saveAs = (name, rows) => {
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((cells) => `${cells.map(quoted).join()}\r\n`);
  const url = URL.createObjectURL(new Blob(["\uFEFF", ...lines], { type: "text/csv" }));
  make("a", { href: url, download: `${fold(name).replace(/[^\p{L}\p{N}]+/gu, "-")}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1e4);
};
