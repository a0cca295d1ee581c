/* Beginning ---------------------------------------------------------------------------------------- */

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
