/* Health ------------------------------------------------------------------------------------------ */

views.health = (view) => {
  const tools = view.querySelector(".pm-tools");
  const found = all(view, ".pm-finding");
  if (!tools) return;
  const { chosen, save } = choices({ text: "", severity: "", owner: "" });
  const words = new Map(found.map((one) => [one, fold(one.textContent)]));
  const counted = make("output", { role: "status" });

  const show = () => {
    for (const one of found) {
      const fits = words.get(one).includes(fold(chosen.text)) && ["severity", "owner"].every((key) => !chosen[key] || (one.dataset[key] ?? "nobody") === chosen[key]);
      one.classList.toggle("pm-hide", !fits);
    }
    let count = 0;
    for (const group of all(view, ".pm-rule")) {
      const left = hideWithout(group, ".pm-finding");
      const entry = view.querySelector(`[data-for="${group.dataset.group}"]`);
      entry?.classList.toggle("pm-hide", !left);
      for (const place of [group, entry]) if (place) place.querySelector(".pm-count").textContent = left;
      count += left;
    }
    counted.textContent = `${count} of ${found.length} findings`;
    // What is chosen here is chosen on the other page, too.
    for (const link of all(view, ".pm-switch a")) link.search = location.search;
  };
  const set = (key) => (value) => { chosen[key] = value; save(); show(); };

  const has = (key, nothing) => [...new Set(found.map((one) => one.dataset[key] ?? nothing))].sort(collator.compare);
  const lists = { severity: has("severity"), owner: has("owner", "nobody") };
  tools.append(searchBox("Filter findings", chosen.text, set("text")));
  for (const [key, values] of Object.entries(lists)) {
    const list = picker(capital(key), values, chosen[key], set(key));
    chosen[key] = list.value;
    tools.append(list);
  }
  tools.append(counted);
  tools.hidden = false;
  show();
};
