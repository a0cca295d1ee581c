/* Tables ------------------------------------------------------------------------------------------ */

views.table = (view) => {
  const grid = view.querySelector("table");
  if (!grid) return;
  const body = grid.tBodies[0];
  const rows = [...body.rows];
  const heads = [...grid.tHead.rows[0].cells];
  const tools = view.querySelector(".pm-tools");
  const words = new Map(rows.map((row) => [row, fold(row.textContent)]));
  const filters = heads.filter((head) => "choices" in head.dataset);
  const key = (head) => head.dataset.key;
  const { chosen, save } = choices({ text: "", sort: "", ...Object.fromEntries(filters.map((head) => [key(head), ""])) });

  const counted = make("output", { role: "status" });
  const show = () => {
    const wanted = fold(chosen.text);
    let count = 0;
    for (const row of rows) {
      const fits = words.get(row).includes(wanted) && filters.every((head) => !chosen[key(head)] || fold(text(row, head)) === chosen[key(head)]);
      row.hidden = !fits;
      count += fits;
    }
    counted.textContent = `${count} of ${rows.length}`;
  };

  const sort = () => {
    const down = chosen.sort.startsWith("-");
    const head = heads.find((one) => key(one) === chosen.sort.replace(/^-/, ""));
    for (const other of heads) other.removeAttribute("aria-sort");
    const order = head ? [...rows].sort(by(head, down ? -1 : 1)) : rows;
    head?.setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append(...order);
  };

  tools.append(searchBox("Filter rows", chosen.text, (value) => { chosen.text = value; show(); save(); }));
  for (const head of filters) {
    const values = [...new Set(rows.map((row) => fold(text(row, head))).filter(Boolean))].sort(collator.compare);
    const list = picker(head.textContent, values, chosen[key(head)], (value) => { chosen[key(head)] = value; show(); save(); });
    chosen[key(head)] = list.value;
    tools.append(list);
  }
  tools.append(counted);
  tools.hidden = false;

  // Ascending, descending, and then as it was.
  for (const head of heads) {
    const button = make("button", { type: "button", textContent: head.textContent });
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const mine = key(head);
      chosen.sort = chosen.sort === mine ? `-${mine}` : chosen.sort === `-${mine}` ? "" : mine;
      sort();
      save();
    });
  }
  if (chosen.sort) sort();
  show();
};

const text = (row, head) => row.cells[head.cellIndex].textContent.trim();

/** Compare rows by a column; what is empty comes last either way. */
const by = (head, sign) => (a, b) => {
  const [x, y] = [sortable(a, head), sortable(b, head)];
  if (x === "" || y === "") return (x === "") - (y === "");
  return sign * collator.compare(x, y);
};

const sortable = (row, head) => {
  const marked = row.cells[head.cellIndex].querySelector("time, data");
  return marked?.dateTime ?? marked?.value ?? text(row, head);
};
