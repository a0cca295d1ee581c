/* Boards ------------------------------------------------------------------------------------------ */

views.board = (view) => {
  const cards = all(view, ".pm-card");
  if (!cards.length) return;
  const strips = all(view, ".pm-recent");
  const { begin } = filters(view, cards, {
    what: "cards",
    keys: ["owner", "team", "theme", "priority", "prd"],
    label: (key) => (key === "prd" ? "PRD" : capital(key)),
    show(left) {
      for (const card of cards) hide(card, !left.has(card));
      for (const strip of strips) if (hideWithout(strip, ".pm-card") && left.size < cards.length) strip.open = true;
    },
  });
  begin()?.scrollIntoView({ block: "center" });
  on(view, "keydown", walk);
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
