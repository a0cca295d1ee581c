/* pmdocs: filters, sorting and zoom for its views. Every view is whole without this script.
   What a reader chooses is kept in the address, so that a view can be sent to somebody else. */
(() => {
  "use strict";

  const DAY = 86_400_000;
  const ZOOMS = ["year", "quarter", "month"];
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

  /** The choices of a view, kept in the address. `defaults` are left out of it. */
  const choices = (defaults) => {
    const asked = new URLSearchParams(location.search);
    const chosen = {};
    for (const key in defaults) chosen[key] = asked.get(key) ?? defaults[key];
    const save = () => {
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

  /* The roadmap ----------------------------------------------------------------------------------- */

  const roadmap = (view) => {
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

  /* Tables ------------------------------------------------------------------------------------------ */

  const table = (view) => {
    const grid = view.querySelector("table");
    if (!grid) return;
    const body = grid.tBodies[0];
    const rows = [...body.rows];
    const heads = [...grid.tHead.rows[0].cells];
    const tools = view.querySelector(".pm-tools");
    const words = new Map(rows.map((row) => [row, fold(row.textContent)]));
    const filters = heads.filter((head) => "choices" in head.dataset);
    const key = (head) => head.dataset.key;
    const { chosen, save } = choices({ text: "", sort: "", ...Object.fromEntries(filters.map((head) => [key(head), ""])) });

    const counted = make("output", { role: "status" });
    const show = () => {
      const wanted = fold(chosen.text);
      let count = 0;
      for (const row of rows) {
        const fits = words.get(row).includes(wanted) && filters.every((head) => !chosen[key(head)] || fold(text(row, head)) === chosen[key(head)]);
        row.hidden = !fits;
        count += fits;
      }
      counted.textContent = `${count} of ${rows.length}`;
    };

    const sort = () => {
      const down = chosen.sort.startsWith("-");
      const head = heads.find((one) => key(one) === chosen.sort.replace(/^-/, ""));
      for (const other of heads) other.removeAttribute("aria-sort");
      const order = head ? [...rows].sort(by(head, down ? -1 : 1)) : rows;
      head?.setAttribute("aria-sort", down ? "descending" : "ascending");
      body.append(...order);
    };

    tools.append(searchBox("Filter rows", chosen.text, (value) => { chosen.text = value; show(); save(); }));
    for (const head of filters) {
      const values = [...new Set(rows.map((row) => fold(text(row, head))).filter(Boolean))].sort(collator.compare);
      const list = picker(head.textContent, values, chosen[key(head)], (value) => { chosen[key(head)] = value; show(); save(); });
      chosen[key(head)] = list.value;
      tools.append(list);
    }
    tools.append(counted);
    tools.hidden = false;

    // Ascending, descending, and then as it was.
    for (const head of heads) {
      const button = make("button", { type: "button", textContent: head.textContent });
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const mine = key(head);
        chosen.sort = chosen.sort === mine ? `-${mine}` : chosen.sort === `-${mine}` ? "" : mine;
        sort();
        save();
      });
    }
    if (chosen.sort) sort();
    show();
  };

  const text = (row, head) => row.cells[head.cellIndex].textContent.trim();

  /** Compare rows by a column; what is empty comes last either way. */
  const by = (head, sign) => (a, b) => {
    const [x, y] = [sortable(a, head), sortable(b, head)];
    if (x === "" || y === "") return (x === "") - (y === "");
    return sign * collator.compare(x, y);
  };

  const sortable = (row, head) => {
    const marked = row.cells[head.cellIndex].querySelector("time, data");
    return marked?.dateTime ?? marked?.value ?? text(row, head);
  };

  /* Beginning ---------------------------------------------------------------------------------------- */

  const views = { roadmap, table };

  const begin = () => {
    for (const view of all(document, "[data-pm]:not([data-pm-ready])")) {
      view.dataset.pmReady = "";
      views[view.dataset.pm]?.(view);
    }
  };

  // Material's document$ fires on each page of an instant navigation, but never on file://.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
  window.document$?.subscribe(begin);
})();
