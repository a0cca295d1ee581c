/* pmdocs: filters, sorting and zoom for its views. Every view is whole without this script.
   What a reader chooses is kept in the address, so that a view can be sent to somebody else. */

const DAY = 864e5;
const ZOOMS = ["year", "quarter", "month", "week"];
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/* Small parts ---------------------------------------------------------------------------------- */

const all = (root, selector) => [...root.querySelectorAll(selector)];
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const fold = (text) => text.toLowerCase().replace(/\s+/g, " ").trim();

/** An element with properties, attributes (`aria…`, `data…`, `role`) and children. */
const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

/** The choices of a view, kept in the address. `defaults` are left out of it, and so is what stands in prose. */
const choices = (defaults, view) => {
  const apart = view && "embedded" in view.dataset;
  const asked = new URLSearchParams(apart ? "" : location.search);
  const chosen = {};
  for (const key in defaults) chosen[key] = asked.get(key) ?? defaults[key];
  const save = () => {
    if (apart) return;
    const url = new URL(location.href);
    for (const key in defaults) {
      if (chosen[key] && chosen[key] !== defaults[key]) url.searchParams.set(key, chosen[key]);
      else url.searchParams.delete(key);
    }
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  };
  return { chosen, save };
};

/** Hear of something that happens. */
const on = (target, name, heard, how) => target.addEventListener(name, heard, how);

const button = (textContent, onclick, more) => make("button", { type: "button", textContent, onclick, ...more });

/**
 * The tools of a view that shows those of its things that fit: a box for words, a list of values for each key,
 * how many there are, and a button that clears all that. `show` gets the things that are left, each time.
 */
const filters = (view, things, { what, of = ` ${what}`, keys, defaults, fields = {}, wordsOf = (one) => one.textContent, valuesOf = (one, key) => [one.dataset[key]], label = capital, named = capital, least = 1, show }) => {
  const tools = view.querySelector(".pm-tools");
  keys = ["text", ...keys];
  const { chosen, save } = choices({ ...Object.fromEntries(keys.map((key) => [key, ""])), ...defaults }, view);
  const words = new Map();
  const said = (one) => words.get(one) ?? words.set(one, fold(wordsOf(one))).get(one);
  const counted = make("output", { role: "status" });
  const update = () => {
    const text = fold(chosen.text);
    const active = keys.slice(1).filter((key) => chosen[key]);
    const left = new Set(things.filter((one) => (!text || said(one).includes(text)) && active.every((key) => valuesOf(one, key).includes(chosen[key]))));
    save();
    show(left, chosen);
    counted.textContent = `${left.size} of ${things.length}${of}`;
    clear.hidden = left.size === things.length;
  };
  const reset = () => {
    for (const key of keys) chosen[key] = "";
    for (const field of Object.values(fields)) field.value = "";
    update();
  };
  const clear = button("Clear filters", () => { reset(); fields.text.focus(); });
  const changed = (key) => ({ target }) => { chosen[key] = target.value; update(); };

  const name = `Filter ${what}`;
  fields.text = make("input", { type: "search", placeholder: `${name}…`, "aria-label": name, value: chosen.text, oninput: changed("text") });
  tools.append(fields.text);
  for (const key of keys.slice(1)) {
    const values = [...new Set(things.flatMap((one) => valuesOf(one, key)).filter(Boolean))].sort(collator.compare);
    if (values.length <= least && !fields[key]) chosen[key] = "";
    else tools.append(fields[key] ??= picker(label(key), values, chosen, key, changed(key), named));
  }
  tools.append(clear, counted);
  tools.hidden = false;

  return {
    chosen, save, update, fields, tools,
    /** Put more tools beside the lists. */
    add: (...more) => clear.before(...more),
    /** Show what fits for the first time, and what the address points to in any case. */
    begin() {
      update();
      const target = all(view, "[id]").find((one) => `#${one.id}` === location.hash);
      if (target?.closest(".pm-hide, [hidden]")) reset();
      return target;
    },
  };
};

/** A list to filter by one value. */
const picker = (label, values, chosen, key, onchange, named) => {
  const list = make("select", { "aria-label": label, onchange }, new Option(`${label}: all`, ""), ...values.map((one) => new Option(named(one, key), one)));
  list.value = chosen[key] = values.includes(chosen[key]) ? chosen[key] : "";
  return list;
};

/** Heads that sort: ascending, descending, and then as it was `first`. */
const sorting = (heads, chosen, first, changed) => {
  const sort = () => {
    const [, minus, wanted] = /^(-?)(.*)/.exec(chosen.sort);
    for (const { element } of heads) element.removeAttribute("aria-sort");
    const head = heads.find(({ key }) => key === wanted);
    head?.element.setAttribute("aria-sort", minus ? "descending" : "ascending");
    changed(head, minus ? -1 : 1);
  };
  for (const { key, element } of heads) {
    const turns = { [key]: `-${key}`, [`-${key}`]: first.replace("-", "") === key ? key : first };
    element.replaceChildren(button(element.textContent, () => { chosen.sort = turns[chosen.sort] ?? key; sort(); }));
  }
  return sort;
};

/** Hide a thing, or show it again. */
const hide = (thing, hidden) => thing.classList.toggle("pm-hide", hidden);

/** Hide a group when none of its members is shown. */
const hideWithout = (group, selector) => {
  const left = all(group, `${selector}:not(.pm-hide)`).length;
  hide(group, !left);
  return left;
};

/** What makes a view alive, by the name in its `data-pm`; each part of the script adds its own. */
const views = {};
