/* pmdocs: filters, sorting and zoom for its views. Every view is whole without this script.
   What a reader chooses is kept in the address, so that a view can be sent to somebody else. */

const DAY = 86_400_000;
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

/** A box to filter by words. */
const searchBox = (label, value, changed) => {
  const box = make("input", { type: "search", placeholder: `${label}…`, "aria-label": label, value });
  box.addEventListener("input", () => changed(box.value));
  return box;
};

/** A list to filter by one value. */
const picker = (label, values, value, changed) => {
  const list = make("select", { "aria-label": label }, new Option(`${label}: all`, ""));
  list.append(...values.map((one) => new Option(capital(one), one)));
  list.value = values.includes(value) ? value : "";
  list.addEventListener("change", () => changed(list.value));
  return list;
};

/** What makes a view alive, by the name in its `data-pm`; each part of the script adds its own. */
const views = {};
