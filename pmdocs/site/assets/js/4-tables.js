/* Tables ------------------------------------------------------------------------------------------ */

views.table = (view) => {
  const grid = view.querySelector("table");
  if (!grid) return;
  const groups = [...grid.tBodies];
  const rows = groups.flatMap((group) => [...group.rows]);
  const heads = [...grid.tHead.rows[0].cells].map((head, place) => column(grid, head, place));
  const tools = view.querySelector(".pm-tools");
  const filters = heads.filter((head) => head.choices);
  const listed = () => heads.filter((head) => head.shown()).map((head) => head.key).join(".");
  const embedded = "embedded" in view.dataset;
  const first = grid.dataset.sort ?? "";
  const { chosen, save } = kept(embedded, {
    text: "", sort: first, columns: listed(),
    ...Object.fromEntries(filters.map((head) => [head.name, ""])),
  });
  const wanted = chosen.columns.split(".");
  for (const head of heads) head.show(head.fixed || wanted.includes(head.key));

  // Rows stand in groups, so that those off the screen cost nothing: they are only as high as they say.
  const sizes = new Map(groups.map((group) => [group, group.rows.length]));
  const measure = () => {
    let start = 0;
    for (const group of groups) {
      const left = ordered.slice(start, (start += sizes.get(group))).filter((row) => !row.hidden).length;
      group.style.setProperty("--rows", left);
    }
  };
  let ordered = rows;

  const words = new Map();
  const wordsOf = (row) => words.get(row) ?? words.set(row, fold(row.textContent)).get(row);
  const counted = make("output", { role: "status" });
  const show = () => {
    const text = fold(chosen.text);
    const active = filters.filter((head) => chosen[head.name]);
    let count = 0;
    for (const row of rows) {
      const fits = (!text || wordsOf(row).includes(text)) && active.every((head) => head.has(row, chosen[head.name]));
      if (row.hidden === fits) row.hidden = !fits;
      count += fits;
    }
    counted.textContent = `${count} of ${rows.length}`;
    measure();
  };

  const sort = () => {
    const down = chosen.sort.startsWith("-");
    const head = heads.find((one) => one.key === chosen.sort.replace("-", ""));
    for (const other of heads) other.element.removeAttribute("aria-sort");
    head?.element.setAttribute("aria-sort", down ? "descending" : "ascending");
    order.value = chosen.sort;
    ordered = head && chosen.sort !== first ? head.sorted(rows, down ? -1 : 1) : rows;
    let start = 0;
    for (const group of groups) group.append(...ordered.slice(start, (start += sizes.get(group))));
    measure();
  };
  const sortBy = (value) => { chosen.sort = value; sort(); save(); };
  const order = make("select", { className: "pm-only-phone", "aria-label": "Sort" }, new Option("Sort: as written", ""));
  order.addEventListener("change", () => sortBy(order.value));

  tools.append(searchBox("Filter rows", chosen.text, (value) => { chosen.text = value; show(); save(); }));
  for (const head of filters) {
    const values = head.values(rows);
    const list = picker(head.label, [...values.keys()], chosen[head.name], (value) => { chosen[head.name] = value; show(); save(); });
    for (const option of list.options) if (option.value) option.text = capital(values.get(option.value));
    chosen[head.name] = list.value;
    head.picker = list;
    tools.append(list);
  }
  tools.append(order, chooser(heads, () => { chosen.columns = listed(); layOut(); save(); }));
  const csv = make("button", { type: "button", textContent: "CSV", "aria-label": "Save what is shown as CSV" });
  csv.addEventListener("click", () => {
    const shown = heads.filter((head) => head.shown());
    const cells = ordered.filter((row) => !row.hidden).map((row) => shown.map((head) => head.plain(row)));
    saveAs(view.dataset.name, [shown.map((head) => head.label), ...cells]);
  });
  tools.append(csv, counted);
  // A short table in prose explains itself.
  tools.hidden = embedded && rows.length <= 10;

  const layOut = () => {
    const shown = heads.filter((head) => head.shown());
    grid.style.setProperty("--cols", shown.map((head) => head.element.dataset.width).join(" "));
    for (const head of filters) head.picker.hidden = head.key !== "tags" && !head.shown() && !chosen[head.name];
  };
  layOut();

  // Ascending, descending, and then as it was.
  for (const head of heads) {
    order.append(new Option(`Sort: ${head.label}`, head.key), new Option(`Sort: ${head.label}, last first`, `-${head.key}`));
    const button = make("button", { type: "button", textContent: head.label });
    head.element.replaceChildren(button);
    const turns = { [head.key]: `-${head.key}`, [`-${head.key}`]: first.replace("-", "") === head.key ? head.key : first };
    button.addEventListener("click", () => sortBy(turns[chosen.sort] ?? head.key));
  }
  if (chosen.sort !== first) sort();
  show();
  window.requestIdleCallback?.(() => rows.forEach(wordsOf));
};

/** The choices of a view; of one that stands in prose, they are nobody's but its own. */
const kept = (embedded, defaults) => (embedded ? { chosen: { ...defaults }, save() {} } : choices(defaults));

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
    shown: () => !grid.classList.contains(`pm-no-${place + 1}`),
    show: (on) => grid.classList.toggle(`pm-no-${place + 1}`, !on),
    has: (row, value) => many(row).some((one) => fold(one) === value),
    values: (rows) => new Map([...new Set(rows.flatMap(many))].sort(collator.compare).map((one) => [fold(one), one])),
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
  const button = make("button", { type: "button", textContent: "Columns", "aria-expanded": "false" });
  const open = (on) => { list.hidden = !on; button.setAttribute("aria-expanded", on); };
  for (const head of heads.filter((one) => !one.fixed)) {
    const box = make("input", { type: "checkbox", checked: head.shown() });
    box.addEventListener("change", () => { head.show(box.checked); changed(); });
    list.append(make("label", {}, box, head.label));
  }
  const menu = make("span", { className: "pm-menu" }, button, list);
  button.addEventListener("click", () => { open(list.hidden); if (!list.hidden) list.focus(); });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape" && !list.hidden) { open(false); button.focus(); } });
  menu.addEventListener("focusout", (event) => { if (!menu.contains(event.relatedTarget)) open(false); });
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
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
