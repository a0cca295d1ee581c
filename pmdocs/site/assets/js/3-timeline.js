/** The moving parts of a timeline: lanes that fold, arrows that follow, today, keys. */
const timeline = (view, time, shut, folded) => {
  const scroll = view.querySelector(".pm-scroll");
  const groups = all(time, ".pm-group");
  const arrows = time.querySelector(".pm-arrows");
  const days = Number(time.dataset.days);
  const today = Math.floor((Date.now() - Date.parse(time.dataset.first)) / DAY);

  // The reader's today, where that is later than the day of the build.
  const shown = time.querySelector(".pm-today");
  const built = styled(time, "--t");
  if (shown && today > built && today < days) time.style.setProperty("--t", today);

  const filtered = () => {
    for (const group of groups) {
      const lane = group.querySelector(".pm-marks") ? 0 : hideWithout(group, ".pm-row[data-id]");
      if (lane) group.style.setProperty("--rows", lane + 1);
    }
    draw();
  };

  const draw = () => route(arrows, groups, days);

  /** The width of the titles, and how far from the left edge a share of the time stands. */
  const label = () => time.querySelector(".pm-head .pm-name").offsetWidth;
  const place = (share) => label() + share * (scroll.scrollWidth - label()) - scroll.scrollLeft;
  const now = () => styled(time, "--t") / days;
  const toToday = () => { scroll.scrollLeft += place(now()) - label() - (scroll.clientWidth - label()) * 0.3; };
  const todayButton = () => button("Today", toToday, { className: "pm-to-today", hidden: !shown });

  // Today stays where it is if it is seen, and else what is in the middle.
  const zoom = (value) => {
    const seen = shown && place(now()) > label() && place(now()) < scroll.clientWidth;
    const at = seen ? place(now()) : (label() + scroll.clientWidth) / 2;
    const share = (at - place(0)) / (place(1) - place(0));
    time.dataset.zoom = value;
    if (value === "week") weeks(time, days);
    scroll.scrollLeft += place(share) - at;
    draw();
  };

  const name = (button) => button.closest(".pm-group").dataset.lane;
  const toggles = all(time, ".pm-toggle");
  const setOpen = (button, open) => {
    button.setAttribute("aria-expanded", open);
    button.closest(".pm-group").classList.toggle("pm-shut", !open);
  };
  const fold = (button, open) => {
    setOpen(button, open);
    folded(toggles.filter((one) => one.getAttribute("aria-expanded") === "false").map(name).join("|"));
    draw();
  };
  for (const button of toggles) {
    button.hidden = false;
    if (shut.split("|").includes(name(button))) setOpen(button, false);
    on(button, "click", () => fold(button, button.getAttribute("aria-expanded") !== "true"));
  }
  keys(time, fold);
  light(time, arrows);
  new ResizeObserver(draw).observe(scroll);
  return { filtered, toToday, todayButton, zoom };
};

/** Headings of weeks, by their Mondays, below those of months: made when somebody looks so closely. */
const weeks = (time, days) => {
  const head = time.querySelector(".pm-head .pm-track");
  if (head.querySelector(".pm-week") || days > 3e3) return;
  const first = Date.parse(time.dataset.first);
  const date = (day) => new Date(first + day * DAY);
  const every = [...Array(days).keys()];
  const ticks = (kind, starts, form) => starts.forEach((day, index) => {
    const words = date(day).toLocaleDateString("en-GB", { timeZone: "UTC", ...form });
    const tick = make("span", { className: `${kind} pm-week` }, make("span", { textContent: words }));
    tick.style.cssText = `--s:${day};--d:${(starts[index + 1] ?? days) - day}`;
    head.append(tick);
  });
  ticks("pm-major pm-month", every.filter((day) => !day || date(day).getUTCDate() === 1), { month: "long", year: "numeric" });
  ticks("pm-minor", every.filter((day) => date(day).getUTCDay() === 1), { day: "numeric", month: "short" });
};

/** Draw the arrows anew, for the rows that are shown: counted, so that nothing has to be measured. */
const route = (arrows, groups, days) => {
  const level = new Map();
  let y = 0;
  for (const group of groups) {
    if (group.classList.contains("pm-hide")) continue;
    const marks = group.querySelector(".pm-marks");
    y += marks ? styled(marks, "--rows") : 1;
    if (marks || group.classList.contains("pm-shut")) continue;
    for (const row of group.children) {
      if (row.dataset.id && !row.classList.contains("pm-hide")) level.set(row.dataset.id, [y++, row]);
    }
  }
  const { clientWidth: width, clientHeight: height } = arrows;
  if (!width || !y) return;
  arrows.setAttribute("viewBox", `0 0 ${width} ${height}`);
  for (const arrow of arrows.children) {
    const from = level.get(arrow.dataset.from);
    const to = level.get(arrow.dataset.to);
    arrow.setAttribute("d", from && to ? path(from, to, width / days, height / y) : "");
  }
};

/** From the lower edge of one bar to the start of another, with round corners; around if need be. */
const path = ([levelA, rowA], [levelB, rowB], day, row) => {
  const [startA, daysA] = stretch(rowA);
  const [startB] = stretch(rowB);
  const down = levelB > levelA ? 1 : -1;
  const r = 5;
  const x1 = Math.max(startA * day + 2, (startA + daysA) * day - 6);
  const x2 = startB * day - 5;
  const y1 = (levelA + 0.5 + down * 0.32) * row;
  const y2 = (levelB + 0.5) * row;
  const corner = `q0 ${r * down} ${r} ${r * down}`;
  if (x2 - x1 >= r + 3) return `M${x1} ${y1}V${y2 - r * down}${corner}H${x2}`;
  const between = y2 - down * (row / 2 + r);
  return `M${x1} ${y1}V${between}q0 ${r * down} ${-r} ${r * down}H${x2 - 6}q${-r} 0 ${-r} ${r * down}V${y2 - r * down}${corner}H${x2}`;
};

const stretch = (row) => ["--s", "--d"].map((name) => styled(row.querySelector(".pm-bar"), name));

/** One tab stop for the whole timeline: arrow keys go up and down, left and right fold a lane. */
const keys = (time, fold) => {
  const stops = all(time, ".pm-body .pm-toggle, .pm-row[data-id] > .pm-name > a");
  const focusable = (stop) => stops.forEach((other) => { other.tabIndex = other === stop ? 0 : -1; });
  focusable(stops[0]);
  on(time, "focusin", (event) => {
    if (stops.includes(event.target)) focusable(event.target);
  });
  on(time, "keydown", (event) => {
    const { target, key } = event;
    const at = target.closest(".pm-row")?.querySelector(".pm-toggle, .pm-name > a");
    const toggle = target.closest(".pm-toggle");
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step && stops.includes(at)) {
      const shown = stops.filter((stop) => stop.checkVisibility?.() ?? stop.offsetParent);
      shown[shown.indexOf(at) + step]?.focus();
    } else if (toggle && /^Arrow[LR]/.test(key)) fold(toggle, key === "ArrowRight");
    else return;
    event.preventDefault();
  });
};

/** Light up the arrows of the row under the pointer or in focus. */
const light = (time, arrows) => {
  let last;
  const show = ({ target }) => {
    const id = target.closest?.(".pm-row[data-id]")?.dataset.id;
    if (id === last) return;
    last = id;
    for (const arrow of arrows.children) arrow.classList.toggle("pm-hot", [arrow.dataset.from, arrow.dataset.to].includes(id));
    arrows.classList.toggle("pm-lit", Boolean(arrows.querySelector(".pm-hot")));
  };
  for (const name of ["pointerover", "focusin", "pointerleave", "focusout"]) on(time, name, show);
};
