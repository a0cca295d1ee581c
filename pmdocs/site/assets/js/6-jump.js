/* Going to an item by its id: in the search of the theme, on the page of all items, and with a key --- */

// `us-12`, `US 12`, `us12`, `us-12.ac-3`: the prefix, the number, and the same of a part.
const ID = /^\s*([a-z][a-z0-9]*?)[\s_-]*0*(\d+)(?:[\s._-]+([a-z]+)[\s_-]*(\d+))?\s*$/i;
const SHOWN = 8;
// All items, in their order.
let known = [];
const byKey = new Map();
const keyOf = (id) => { const [, prefix, number] = ID.exec(id) ?? []; return prefix && `${prefix}-${number}`.toLowerCase(); };

shared.ids = (list, former) => {
  known = list.map(([id, title, kind, page]) => ({ id, title, kind, page, key: keyOf(id), words: fold(`${id} ${title}`) }));
  for (const item of known) byKey.set(item.key, item);
  for (const old in former) if (!byKey.has(keyOf(old))) byKey.set(keyOf(old), byKey.get(keyOf(former[old])));
};
const loadIds = () => load(`ids.${shared.index.ids}.js`);

/** The item that somebody means by its id, with the anchor of the part that they name. */
const meant = (typed) => {
  const [, , , prefix, number] = ID.exec(typed) ?? [];
  const item = byKey.get(keyOf(typed));
  return item && { item, anchor: prefix ? `#pm-${prefix}-${number}`.toLowerCase() : "" };
};

/** Items that fit what is typed, the likeliest first. */
const fitting = (typed) => {
  const [key, wanted] = [keyOf(typed), fold(typed)];
  const words = wanted.split(" ");
  const found = [[], [], [], []];
  for (const item of wanted ? known : []) {
    const rank = item.key === key ? 0
      : (key && item.key.startsWith(key)) || item.words.startsWith(wanted) ? 1
      : fold(item.title).startsWith(wanted) ? 2
      : words.every((word) => item.words.includes(word)) ? 3 : 4;
    found[rank]?.push(item);
  }
  return found.flat().slice(0, SHOWN);
};

/** The item of the same kind whose number is closest. */
const nearest = (typed) => {
  const [, prefix, number] = ID.exec(typed) ?? [];
  const same = known.filter((item) => prefix && item.key.startsWith(`${prefix.toLowerCase()}-`));
  const far = (item) => Math.abs(item.key.split("-")[1] - number);
  return same.sort((a, b) => far(a) - far(b))[0];
};

const pageOf = ({ id, page }) => new URL(page ?? `items/${id}${shared.index.folders ? "/" : ".html"}`, root).href;

const linkTo = (item, anchor = "") => make("a", { href: pageOf(item) + anchor, textContent: `${item.id} ${item.title}` });

/** Follow a link that is not there, so that the theme can do it in its own way. */
const go = (href) => {
  const link = make("a", { href, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
};

let boxes = 0;

/** A box to type an id or words in, with a list of what fits (a combobox). It tells `done` before it goes. */
const jumpBox = (done) => {
  const name = `pm-jump-${(boxes += 1)}`;
  const list = make("ul", { className: "pm-ul", id: name, role: "listbox", "aria-label": "Items", hidden: true });
  const said = make("p", { role: "status" });
  const box = make("input", {
    id: `${name}-box`, type: "text", role: "combobox", autocomplete: "off", spellcheck: false,
    placeholder: "US-12, or words of a title", "aria-autocomplete": "list", "aria-controls": name,
  });
  let items = [];
  let at = -1;

  const select = (index) => {
    at = index;
    [...list.children].forEach((one, place) => one.setAttribute("aria-selected", place === at));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", list.children[at]?.id ?? "");
  };

  const show = (found) => {
    items = found;
    list.replaceChildren(...items.map((item, index) => option(item, `${name}-${index}`)));
    list.hidden = !items.length;
    box.setAttribute("aria-expanded", !list.hidden);
    select(-1);
  };

  const leaveFor = (item, anchor = "") => {
    show([]);
    done();
    go(pageOf(item) + anchor);
  };

  const enter = async () => {
    await loadIds();
    const typed = box.value.trim();
    const exact = meant(typed);
    const first = items[at] ?? (keyOf(typed) ? undefined : fitting(typed)[0]);
    if (exact && at < 0) leaveFor(exact.item, exact.anchor);
    else if (first) leaveFor(first);
    else if (typed) said.replaceChildren(...missing(typed));
    if (!first && !exact) show([]);
  };

  on(box, "focus", loadIds);
  on(box, "input", async () => {
    said.textContent = "";
    await loadIds();
    show(fitting(box.value));
  });
  on(box, "blur", () => show([]));
  on(box, "keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length) select(((step < 0 ? Math.max(at, 0) : at) + step + items.length) % items.length);
    else if (event.key === "Enter" && !event.isComposing) enter();
    else if (event.key === "Escape") return show([]);
    else return;
    event.preventDefault();
  });
  // The focus stays in the box while somebody clicks into the list.
  on(list, "pointerdown", (event) => event.preventDefault());
  on(list, "click", ({ target }) => {
    const item = items[[...list.children].indexOf(target.closest("li"))];
    if (item) leaveFor(item);
  });
  on(said, "click", ({ target }) => target.closest("a") && done());
  show([]);
  const label = make("label", { htmlFor: box.id, textContent: "Go to id" });
  return make("div", { className: "pm-tools pm-jump-box" }, label, make("div", {}, box, list), said, keySwitch());
};

const option = ({ id, title, kind }, name) => make("li", { id: name, role: "option", "aria-selected": false },
  make("span", { className: "pm-id", textContent: id }), make("span", { textContent: title }), make("small", { textContent: kind }));

/** What to say of an id, or of words, that nothing has. */
const missing = (typed) => {
  const near = nearest(typed);
  const said = keyOf(typed) ? `There is no ${typed.toUpperCase()}.` : `No item is called “${typed}”.`;
  return near ? [`${said} The nearest is `, linkTo(near), "."] : [said];
};

views.jump = (view) => {
  if (!shared.index) return;
  view.append(jumpBox(() => {}));
  view.hidden = false;
};

/* The key j opens the box on any page, unless somebody does not want that: keys may be spoken words. */

const isKeyOff = () => { try { return localStorage.pmdocsKey === "off"; } catch {} };

const keySwitch = () => {
  const tick = make("input", { type: "checkbox", checked: !isKeyOff() });
  on(tick, "change", () => { try { localStorage.pmdocsKey = tick.checked ? "" : "off"; } catch {} });
  return make("label", { className: "pm-jump-key" }, tick, make("span", {}, "The key ", make("b", { textContent: "j" }), " opens this on every page"));
};

const openJump = () => {
  const dialog = make("dialog", { className: "pm-jump-dialog md-typeset", "aria-label": "Go to an item" });
  dialog.append(jumpBox(() => dialog.close()));
  on(dialog, "close", () => dialog.remove());
  on(dialog, "click", ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
};

on(document, "keydown", (event) => {
  const { target, key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
  if (key !== "j" || ctrlKey || metaKey || altKey || defaultPrevented || !shared.index || isKeyOff()) return;
  const isTaken = target.isContentEditable || target.closest?.("input, textarea, select, dialog");
  if (isTaken || document.getElementById("__search")?.checked) return;
  event.preventDefault();
  openJump();
});

/* In the search of the theme, Enter goes to the item that an id names, whatever the results are. */

const SEARCH = '[data-md-component="search-query"]';
const isSearch = (target) => shared.index && target.matches?.(SEARCH) && keyOf(target.value);
let isOurs = true;

/** Say above the results where Enter leads. */
const hint = (box) => {
  const found = isSearch(box) && meant(box.value);
  const said = document.querySelector(".pm-jump-hint") ?? make("p", { className: "pm-jump-hint", role: "status" });
  said.replaceChildren(...(found ? ["Enter goes to ", linkTo(found.item, found.anchor)] : []));
  document.querySelector(".md-search__scrollwrap")?.prepend(said);
};

on(window, "input", async ({ target }) => {
  if (!target.matches?.(SEARCH)) return;
  if (isSearch(target)) await loadIds();
  hint(target);
});
on(window, "keydown", async (event) => {
  const box = event.target;
  if (event.key !== "Enter" || event.isComposing || !isOurs || !isSearch(box)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  await loadIds();
  const found = meant(box.value);
  if (found) return go(pageOf(found.item) + found.anchor);
  // Not an id of ours: let the theme do what it would have done.
  isOurs = false;
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  isOurs = true;
}, true);
