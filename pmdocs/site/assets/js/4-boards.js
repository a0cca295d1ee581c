/* Boards ------------------------------------------------------------------------------------------ */

views.board = (view) => {
  const cards = all(view, ".pm-card");
  if (!cards.length) return;
  const tools = view.querySelector(".pm-tools");
  const strips = all(view, ".pm-recent");
  const words = new Map(cards.map((card) => [card, fold(card.textContent)]));
  const valuesOf = (key) => [...new Set(cards.map((card) => card.dataset[key]).filter(Boolean))].sort(collator.compare);
  const keys = ["owner", "team", "theme", "priority", "prd"].filter((key) => valuesOf(key).length > 1);
  const defaults = Object.fromEntries(["text", ...keys].map((key) => [key, ""]));
  const { chosen, save } = "embedded" in view.dataset ? { chosen: { ...defaults }, save() {} } : choices(defaults);

  const counted = make("output", { role: "status" });
  const fits = (card) => words.get(card).includes(fold(chosen.text)) && keys.every((key) => !chosen[key] || card.dataset[key] === chosen[key]);
  const show = () => {
    const shown = cards.filter(fits);
    for (const card of cards) card.classList.toggle("pm-hide", !shown.includes(card));
    for (const strip of strips) if (hideWithout(strip, ".pm-card") && shown.length < cards.length) strip.open = true;
    counted.textContent = `${shown.length} of ${cards.length} cards`;
  };

  const fields = [searchBox("Filter cards", chosen.text, (value) => { chosen.text = value; show(); save(); })];
  for (const key of keys) {
    const label = key === "prd" ? "PRD" : capital(key);
    const list = picker(label, valuesOf(key), chosen[key], (value) => { chosen[key] = value; show(); save(); });
    chosen[key] = list.value;
    fields.push(list);
  }
  tools.append(...fields, counted);
  tools.hidden = false;

  const target = cards.find((card) => card.id && `#${card.id}` === location.hash);
  if (target && !fits(target)) {
    for (const key in chosen) chosen[key] = "";
    for (const field of fields) field.value = "";
    save();
  }
  show();
  target?.scrollIntoView({ block: "center" });
  view.addEventListener("keydown", walk);
};

/** Arrow keys go from card to card: up and down in a column, left and right to the next that has one. */
const walk = (event) => {
  const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [];
  const card = event.target.closest(".pm-col .pm-card");
  if (x === undefined || !card) return;
  const columns = all(event.currentTarget, ".pm-col").map((column) => all(column, ".pm-card:not(.pm-hide)")).filter((column) => column.length);
  const at = columns.findIndex((column) => column.includes(card));
  const row = columns[at].indexOf(card) + y;
  const beside = columns[at + x];
  const next = beside?.[x ? Math.min(row, beside.length - 1) : row];
  if (!next) return;
  next.querySelector(".pm-card-title").focus();
  event.preventDefault();
};
