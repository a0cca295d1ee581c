/* Cards: what an item is, while somebody points at a link to it ------------------------------------ */

// What other scripts tell this one: `index` says what there is, `cards` brings some of it.
const shared = (self.pmdocs ??= {});
const root = document.currentScript && new URL("../../", document.currentScript.src);
const cards = new Map();
const loading = {};
shared.cards = (found) => { for (const id in found) cards.set(id, found[id]); };

/** Load one of our scripts, once. They are scripts because nothing can be fetched from a disk. */
const load = (name) => (loading[name] ??= new Promise((done) => {
  const script = make("script", { src: new URL(`assets/pmdocs/${name}`, root) });
  script.onload = done;
  script.onerror = () => { delete loading[name]; done(); };
  document.body.append(script);
}));

/** The HTML of a card; a hundred items share a script, as `share_of` in Python says. */
const cardOf = async (id) => {
  const [, prefix, number] = /^(\w+)-(\d+)/.exec(id) ?? [];
  const share = `${prefix}-${Math.floor(number / 100)}`.toLowerCase();
  const version = shared.index?.cards[share];
  if (!cards.has(id) && version) await load(`cards/${share}.${version}.js`);
  return cards.get(id);
};

// The one that is open.
let card;
// The link that it belongs to.
let opened;
// The link that the pointer or the focus is on.
let wanted;
// Where the pointer came in.
let point;
let timer;
// What to do to make the link as it was.
let putBack = [];

/** The link that a card could open for; on its own page an item needs none. */
const linkOf = (target) => {
  const link = target.closest?.("a[data-id]");
  return !link || (link.pathname === location.pathname && !link.dataset.id.includes(".")) ? null : link;
};

const open = async (link) => {
  const html = await cardOf(link.dataset.id);
  if (!html || link !== wanted || link === opened || !link.isConnected) return;
  close();
  opened = link;
  card = make("div", { id: "pm-peek", className: "pm-peek md-typeset", role: "tooltip", "data-search-exclude": "" });
  card.innerHTML = html.replaceAll('href="pm-root/', `href="${root}`);
  for (const inner of all(card, "a")) inner.tabIndex = -1;
  for (const titled of [link, ...all(link, "[title]")]) swap(titled, "title", null);
  swap(link, "aria-describedby", card.id);
  (document.querySelector("main") ?? document.body).append(card);
  place();
};

/** Give an attribute another value, or none, until the card is closed. */
const swap = (element, name, value) => {
  const before = element.getAttribute(name);
  const set = (to) => (to === null ? element.removeAttribute(name) : element.setAttribute(name, to));
  set(value);
  putBack.push(() => set(before));
};

const close = () => {
  card?.remove();
  for (const undo of putBack) undo();
  putBack = [];
  card = opened = undefined;
};

const leave = () => {
  clearTimeout(timer);
  wanted = undefined;
  close();
};

/** Below the link where there is room, else above; never outside of what can be seen. */
const place = () => {
  if (!card) return;
  const lines = [...opened.getClientRects()];
  const line = lines.find((one) => point && point.y >= one.top && point.y <= one.bottom) ?? lines[0];
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  if (!line || line.bottom < 0 || line.top > height) return leave();
  const gap = 6;
  const [above, below] = [line.top - 2 * gap, height - line.bottom - 2 * gap];
  card.style.maxHeight = "";
  const isBelow = card.offsetHeight <= below || below >= above;
  card.style.maxHeight = `${isBelow ? below : above}px`;
  // A bar of the timeline may be wider than the window.
  const start = point && line.width > 300 ? point.x - 24 : line.left;
  card.style.left = `${Math.max(gap, Math.min(start, width - card.offsetWidth - gap))}px`;
  card.style.top = `${isBelow ? line.bottom + gap : line.top - gap - card.offsetHeight}px`;
};

/** Follow the pointer, slowly enough for those who only pass, and for those on their way to the card. */
const pointed = ({ target, pointerType, clientX, clientY }) => {
  if (pointerType === "touch") return;
  const over = card?.contains(target) ? opened : linkOf(target);
  if (over === wanted) return;
  clearTimeout(timer);
  wanted = over;
  if (over === opened && over) return;
  if (over) {
    timer = setTimeout(() => { point = { x: clientX, y: clientY }; open(over); }, 150);
  } else if (!opened?.matches(":focus-visible")) {
    timer = setTimeout(close, 250);
  }
};

on(document, "pointerover", pointed);
on(document.documentElement, "pointerleave", () => pointed({ target: document }));
on(document, "focusin", ({ target }) => {
  const link = linkOf(target);
  if (!link?.matches(":focus-visible")) return;
  clearTimeout(timer);
  wanted = link;
  point = undefined;
  open(link);
});
on(document, "focusout", ({ target }) => {
  if (target === wanted && !target.matches(":hover") && !card?.matches(":hover")) leave();
});
on(document, "keydown", ({ key }) => { if (key === "Escape") close(); }, true);
on(document, "click", ({ target }) => {
  if (!card?.contains(target) || target.closest("a")) leave();
});
on(window, "scroll", (event) => { if (event.target !== card) place(); }, { capture: true, passive: true });
for (const name of ["resize", "popstate", "pagehide"]) on(window, name, name === "resize" ? place : leave);
window.document$?.subscribe(leave);
