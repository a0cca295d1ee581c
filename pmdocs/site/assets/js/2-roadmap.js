/* The roadmap ----------------------------------------------------------------------------------- */

const FILTERS = ["status", "team", "owner"];

views.roadmap = (view) => {
  const time = view.querySelector(".pm-time");
  const tools = view.querySelector(".pm-tools");
  const items = all(view, ".pm-body .pm-row[data-id], .pm-card");
  if (!items.length && !time) return;

  const words = new Map(items.map((item) => [item, fold(describe(item))]));
  // Not `q`: the theme opens its own search for that.
  const { chosen, save } = choices({ text: "", status: "", team: "", owner: "", shut: "", zoom: time?.dataset.zoom ?? "" }, view);
  const line = time && timeline(view, time, chosen.shut, (shut) => { chosen.shut = shut; keep(); });
  const others = all(view, ".pm-switch a").map((link) => [link, link.href]);

  /** Keep the choices in the address, and in those of the other lanes, where other names are shut. */
  const keep = () => {
    save();
    const asked = new URLSearchParams(location.search);
    asked.delete("shut");
    for (const [link, href] of others) link.href = `${href}${String(asked) && `?${asked}`}`;
  };

  const counted = make("output", { role: "status" });
  const reset = make("button", { type: "button", textContent: "Clear filters" });
  const fits = (item) => FILTERS.every((key) => !chosen[key] || item.dataset[key] === chosen[key]) && words.get(item).includes(fold(chosen.text));
  const show = () => {
    let count = 0;
    for (const item of items) {
      const fit = fits(item);
      item.classList.toggle("pm-hide", !fit);
      count += fit;
    }
    for (const tray of all(view, ".pm-tray")) hideWithout(tray, ".pm-card");
    counted.textContent = `${count} of ${items.length} items`;
    reset.hidden = count === items.length;
    line?.filtered();
  };
  const changed = (key) => (value) => { chosen[key] = value; show(); keep(); };

  const box = searchBox("Filter items", chosen.text, changed("text"));
  const lists = FILTERS.map((key) => [key, [...new Set(items.map((item) => item.dataset[key]).filter(Boolean))]])
    .filter(([key, values]) => values.length > (key === "status" ? 0 : 1))
    .map(([key, values]) => [key, picker(capital(key), key === "status" ? values : values.sort(collator.compare), chosen[key], changed(key))]);
  for (const key of FILTERS) chosen[key] = lists.find(([name]) => name === key)?.[1].value ?? "";
  tools.append(box, ...lists.map(([, list]) => list));
  if (line && (time.dataset.zoom !== "all" || "embedded" in view.dataset)) {
    const zoom = zooms(chosen.zoom, (value) => { chosen.zoom = value; line.zoom(value); keep(); });
    tools.append(line.todayButton(), zoom);
    if (ZOOMS.includes(chosen.zoom)) line.zoom(chosen.zoom);
  }
  tools.append(reset, counted);
  tools.hidden = false;

  const clear = () => {
    chosen.text = box.value = "";
    for (const [key, list] of lists) chosen[key] = list.value = "";
  };
  reset.addEventListener("click", () => { clear(); show(); keep(); box.focus(); });
  const target = items.find((item) => item.id && `#${item.id}` === location.hash);
  if (target && !fits(target)) clear();
  keep();
  show();
  line?.toToday();
  target?.scrollIntoView({ block: "center" });
};

const describe = (item) => `${item.dataset.id} ${item.textContent} ${item.querySelector("[title]")?.title ?? ""}`;

/** Hide a group when none of its members is shown. */
const hideWithout = (group, selector) => {
  const left = all(group, selector).filter((member) => !member.classList.contains("pm-hide")).length;
  group.classList.toggle("pm-hide", !left);
  return left;
};

/** Buttons for the zoom, of which one is pressed. */
const zooms = (current, changed) => {
  const buttons = ZOOMS.map((zoom) => make("button", { type: "button", textContent: capital(zoom), "aria-pressed": zoom === current }));
  buttons.forEach((button, index) => button.addEventListener("click", () => {
    for (const other of buttons) other.setAttribute("aria-pressed", other === button);
    changed(ZOOMS[index]);
  }));
  return make("span", { className: "pm-seg", role: "group", "aria-label": "Zoom" }, ...buttons);
};
