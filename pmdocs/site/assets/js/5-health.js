/* Health ------------------------------------------------------------------------------------------ */

views.health = (view) => {
  if (!view.querySelector(".pm-tools")) return;
  const found = all(view, ".pm-finding");
  filters(view, found, {
    what: "findings",
    keys: ["severity", "owner"],
    least: 0,
    valuesOf: (one, key) => [one.dataset[key] ?? "nobody"],
    show(left) {
      for (const one of found) hide(one, !left.has(one));
      for (const group of all(view, ".pm-rule")) {
        const count = hideWithout(group, ".pm-finding");
        const entry = view.querySelector(`[data-for="${group.dataset.group}"]`);
        if (entry) hide(entry, !count);
        for (const place of [group, entry]) if (place) place.querySelector(".pm-count").textContent = count;
      }
      // What is chosen here is chosen on the other page, too.
      for (const link of all(view, ".pm-switch a")) link.search = location.search;
    },
  }).begin();
};
