/** The moving parts of a timeline: lanes that fold, arrows that follow, today, keys. */
const timeline = (view, time) => {
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
      const lane = group.querySelector(".pm-marks") ? 0 : hideWithout(group, ".pm-row[id]");
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

  const todayButton = () => {
    const button = make("button", { type: "button", className: "pm-to-today", textContent: "Today", hidden: !shown });
    button.addEventListener("click", toToday);
    return button;
  };

  // What was in the middle stays in the middle.
  const zoom = (value) => {
    const middle = (scroll.scrollLeft + scroll.clientWidth / 2) / scroll.scrollWidth;
    time.dataset.zoom = value;
    scroll.scrollLeft = middle * scroll.scrollWidth - scroll.clientWidth / 2;
    draw();
  };

  for (const button of all(time, ".pm-toggle")) {
    button.hidden = false;
    button.addEventListener("click", () => setOpen(button, button.getAttribute("aria-expanded") !== "true", draw));
  }
  keys(time, draw);
  light(time, arrows);
  new ResizeObserver(draw).observe(scroll);
  return { filtered, toToday, todayButton, zoom };
};

/** Open or shut a lane. */
const setOpen = (button, open, done) => {
  button.setAttribute("aria-expanded", open);
  button.closest(".pm-group").classList.toggle("pm-shut", !open);
  done();
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
      if (row.id && !row.classList.contains("pm-hide")) level.set(row.id, [y++, row]);
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
const keys = (time, done) => {
  const stops = all(time, ".pm-body .pm-toggle, .pm-row[id] > .pm-name > a");
  const focusable = (stop) => stops.forEach((other) => { other.tabIndex = other === stop ? 0 : -1; });
  focusable(stops[0]);
  time.addEventListener("focusin", (event) => {
    if (stops.includes(event.target)) focusable(event.target);
  });
  time.addEventListener("keydown", (event) => {
    const at = event.target.closest(".pm-row")?.querySelector(".pm-toggle, .pm-name > a");
    const toggle = event.target.closest(".pm-toggle");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && stops.includes(at)) {
      const shown = stops.filter((stop) => stop.checkVisibility?.() ?? stop.offsetParent);
      shown[shown.indexOf(at) + step]?.focus();
      event.preventDefault();
    } else if (toggle && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      setOpen(toggle, event.key === "ArrowRight", done);
      event.preventDefault();
    }
  });
};

/** Light up the arrows of the row under the pointer or in focus. */
const light = (time, arrows) => {
  let last;
  const show = (event) => {
    const id = event.target.closest?.(".pm-row[id]")?.id;
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
  for (const name of ["pointerover", "focusin", "pointerleave", "focusout"]) time.addEventListener(name, show);
};
