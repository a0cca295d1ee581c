/* The roadmap ----------------------------------------------------------------------------------- */

views.roadmap = (view) => {
  const time = view.querySelector(".pm-time");
  const items = all(view, ".pm-body .pm-row[data-id], .pm-card");
  if (!items.length && !time) return;
  const others = all(view, ".pm-switch a").map((link) => [link, link.href]);
  let line;
  /** Keep the choices in the address, and in those of the other lanes, where other names are shut. */
  const keep = () => {
    save();
    const asked = new URLSearchParams(location.search);
    asked.delete("shut");
    for (const [link, href] of others) link.href = `${href}${String(asked) && `?${asked}`}`;
  };
  // Not `q`: the theme opens its own search for that.
  const { chosen, save, add, begin } = filters(view, items, {
    what: "items",
    keys: ["status", "team", "owner"],
    defaults: { shut: "", zoom: time?.dataset.zoom ?? "" },
    wordsOf: (item) => `${item.dataset.id} ${item.textContent} ${item.querySelector("[title]")?.title ?? ""}`,
    show(left) {
      for (const item of items) hide(item, !left.has(item));
      for (const tray of all(view, ".pm-tray")) hideWithout(tray, ".pm-card");
      line?.filtered();
      keep();
    },
  });
  line = time && timeline(view, time, chosen.shut, (shut) => { chosen.shut = shut; keep(); });
  if (line && (time.dataset.zoom !== "all" || "embedded" in view.dataset)) {
    const zoom = zooms(chosen.zoom, (value) => { chosen.zoom = value; line.zoom(value); keep(); });
    add(line.todayButton(), zoom);
    if (ZOOMS.includes(chosen.zoom)) line.zoom(chosen.zoom);
  }
  const target = begin();
  line?.toToday();
  target?.scrollIntoView({ block: "center" });
};

/** Buttons for the zoom, of which one is pressed. */
const zooms = (current, changed) => {
  const buttons = ZOOMS.map((zoom) => button(capital(zoom), () => { press(zoom); changed(zoom); }));
  const press = (zoom) => buttons.forEach((one, at) => one.setAttribute("aria-pressed", ZOOMS[at] === zoom));
  press(current);
  return make("span", { className: "pm-seg", role: "group", "aria-label": "Zoom" }, ...buttons);
};
