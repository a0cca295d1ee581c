/* The roadmap ----------------------------------------------------------------------------------- */

views.roadmap = (view) => {
  const time = view.querySelector(".pm-time");
  const tools = view.querySelector(".pm-tools");
  const rows = all(view, ".pm-body .pm-row[id]");
  const cards = all(view, ".pm-card");
  const items = [...rows, ...cards];
  if (!items.length && !time) return;

  const words = new Map(items.map((item) => [item, fold(describe(item))]));
  // Not `q`: the theme opens its own search for that.
  const { chosen, save } = choices({ text: "", status: "", zoom: time?.dataset.zoom ?? "" });
  const line = time && timeline(view, time);

  const counted = make("output", { role: "status" });
  const show = () => {
    const wanted = fold(chosen.text);
    let count = 0;
    for (const item of items) {
      const fits = matches(item, words.get(item), wanted, chosen.status);
      item.classList.toggle("pm-hide", !fits);
      count += fits;
    }
    for (const tray of all(view, ".pm-tray")) hideWithout(tray, ".pm-card");
    counted.textContent = `${count} of ${items.length} items`;
    line?.filtered();
  };

  const box = searchBox("Filter items", chosen.text, (value) => { chosen.text = value; show(); save(); });
  const states = [...new Set(items.map((item) => item.dataset.status).filter(Boolean))];
  const status = picker("Status", states, chosen.status, (value) => { chosen.status = value; show(); save(); });
  chosen.status = status.value;
  tools.append(box, status);
  if (line && time.dataset.zoom !== "all") {
    const zoom = zooms(chosen.zoom, (value) => { chosen.zoom = value; line.zoom(value); save(); });
    tools.append(line.todayButton(), zoom);
    if (ZOOMS.includes(chosen.zoom)) line.zoom(chosen.zoom);
  }
  tools.append(counted);
  tools.hidden = false;

  const target = items.find((item) => item.id && `#${item.id}` === location.hash);
  if (target && !matches(target, words.get(target), fold(chosen.text), chosen.status)) {
    chosen.text = chosen.status = box.value = status.value = "";
    save();
  }
  show();
  line?.toToday();
  target?.scrollIntoView({ block: "center" });
};

const describe = (item) => `${item.id} ${item.textContent} ${item.querySelector("[title]")?.title ?? ""}`;
const matches = (item, text, wanted, status) => (!status || item.dataset.status === status) && text.includes(wanted);

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
