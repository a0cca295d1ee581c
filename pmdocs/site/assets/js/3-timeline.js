/** The moving parts of a timeline: lanes that fold, arrows that follow, today, keys. */
const timeline = (view, time, shut, folded) => {
  const scroll = view.querySelector(".pm-scroll");
  const groups = all(time, ".pm-group");
  const arrows = time.querySelector(".pm-arrows");
  const days = Number(time.dataset.days);
  const today = Math.floor((Date.now() - Date.parse(time.dataset.first)) / DAY);

  // The reader's today, where that is later than the day of the build.
  const shown = time.querySelector(".pm-today");
  const built = Number(time.style.getPropertyValue("--t"));
  if (shown && today > built && today < days) time.style.setProperty("--t", today);

  const filtered = () => {
    for (const group of groups) {
      const lane = group.querySelector(".pm-marks") ? 0 : hideWithout(group, ".pm-row[data-id]");
      if (lane) group.style.setProperty("--rows", lane + 1);
    }
    draw();
  };

  const draw = () => route(arrows, groups, days);

  const toToday = () => {
    const label = time.querySelector(".pm-head .pm-name").offsetWidth;
    const width = scroll.scrollWidth - label;
    scroll.scrollLeft = (width * Number(time.style.getPropertyValue("--t"))) / days - (scroll.clientWidth - label) * 0.3;
  };

  const todayButton = () => button("Today", toToday, { className: "pm-to-today", hidden: !shown });

  // Today stays where it is if it is seen, and else what is in the middle.
  const zoom = (value) => {
    const label = time.querySelector(".pm-head .pm-name").offsetWidth;
    const place = (share) => label + share * (scroll.scrollWidth - label) - scroll.scrollLeft;
    const now = Number(time.style.getPropertyValue("--t")) / days;
    const seen = shown && place(now) > label && place(now) < scroll.clientWidth;
    const half = (label + scroll.clientWidth) / 2;
    const share = seen ? now : (scroll.scrollLeft + half - label) / (scroll.scrollWidth - label);
    const at = seen ? place(now) : half;
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
  const tick = (kind, start, end, label) => {
    const span = make("span", { className: kind }, make("span", { textContent: label }));
    span.style.cssText = `--s:${start};--d:${end - start}`;
    head.append(span);
  };
  const words = (day, form) => new Date(first + day * DAY).toLocaleDateString("en-GB", { timeZone: "UTC", ...form });
  for (let day = 0, date = new Date(first); day < days; ) {
    date = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
    const end = Math.min(days, (date - first) / DAY);
    tick("pm-major pm-week pm-month", day, end, words(day, { month: "long", year: "numeric" }));
    day = end;
  }
  // The first of January 1970 was a Thursday.
  for (let day = (11 - ((first / DAY) % 7)) % 7; day < days; day += 7) tick("pm-minor pm-week", day, Math.min(days, day + 7), words(day, { day: "numeric", month: "short" }));
};

/** Draw the arrows anew, for the rows that are shown: counted, so that nothing has to be measured. */
const route = (arrows, groups, days) => {
  const level = new Map();
  let y = 0;
  for (const group of groups) {
    if (group.classList.contains("pm-hide")) continue;
    const marks = group.querySelector(".pm-marks");
    y += marks ? Number(marks.style.getPropertyValue("--rows")) : 1;
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

const stretch = (row) => {
  const { style } = row.querySelector(".pm-bar");
  return [Number(style.getPropertyValue("--s")), Number(style.getPropertyValue("--d"))];
};

/** One tab stop for the whole timeline: arrow keys go up and down, left and right fold a lane. */
const keys = (time, fold) => {
  const stops = all(time, ".pm-body .pm-toggle, .pm-row[data-id] > .pm-name > a");
  const focusable = (stop) => stops.forEach((other) => { other.tabIndex = other === stop ? 0 : -1; });
  focusable(stops[0]);
  on(time, "focusin", (event) => {
    if (stops.includes(event.target)) focusable(event.target);
  });
  on(time, "keydown", (event) => {
    const at = event.target.closest(".pm-row")?.querySelector(".pm-toggle, .pm-name > a");
    const toggle = event.target.closest(".pm-toggle");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && stops.includes(at)) {
      const shown = stops.filter((stop) => stop.checkVisibility?.() ?? stop.offsetParent);
      shown[shown.indexOf(at) + step]?.focus();
      event.preventDefault();
    } else if (toggle && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      fold(toggle, event.key === "ArrowRight");
      event.preventDefault();
    }
  });
};

/** Light up the arrows of the row under the pointer or in focus. */
const light = (time, arrows) => {
  let last;
  const show = (event) => {
    const id = event.target.closest?.(".pm-row[data-id]")?.dataset.id;
    if (id === last) return;
    last = id;
    let lit = false;
    for (const arrow of arrows.children) {
      const hot = Boolean(id) && (arrow.dataset.from === id || arrow.dataset.to === id);
      arrow.classList.toggle("pm-hot", hot);
      lit ||= hot;
    }
    arrows.classList.toggle("pm-lit", lit);
  };
  for (const name of ["pointerover", "focusin", "pointerleave", "focusout"]) on(time, name, show);
};
