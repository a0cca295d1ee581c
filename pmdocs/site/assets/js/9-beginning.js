/* Beginning ---------------------------------------------------------------------------------------- */

/** Names that Material leaves out or gives twice, without which a screen reader cannot tell things apart. */
const nameParts = () => {
  document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");
  document.querySelector("nav.md-path")?.setAttribute("aria-label", "Breadcrumbs");
};

const begin = () => {
  nameParts();
  for (const view of all(document, "[data-pm]:not([data-pm-ready])")) {
    view.dataset.pmReady = "";
    views[view.dataset.pm]?.(view);
  }
};

// Material's document$ fires on each page of an instant navigation, but never on file://.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
window.document$?.subscribe(begin);
