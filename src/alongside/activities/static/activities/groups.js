/* People are moved between break-out groups by dragging too; the form beside each name does the same. */
(() => {
  "use strict";
  let dragged = null;
  document.addEventListener("dragstart", (event) => {
    dragged = event.target.closest ? event.target.closest("[data-seat]") : null;
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.seat);
  });
  document.addEventListener("dragover", (event) => {
    const over = dragged && event.target.closest("[data-group-box]");
    document.querySelectorAll("[data-drop]").forEach((spot) => spot !== over && spot.removeAttribute("data-drop"));
    if (!over) return;
    event.preventDefault();
    over.dataset.drop = "";
  });
  document.addEventListener("drop", (event) => {
    const over = dragged && event.target.closest("[data-group-box]");
    if (!over) return;
    event.preventDefault();
    const form = dragged.querySelector("form");
    form.elements.group.value = over.dataset.groupBox;
    form.requestSubmit();
  });
  document.addEventListener("dragend", () => {
    dragged = null;
    document.querySelectorAll("[data-drop]").forEach((spot) => spot.removeAttribute("data-drop"));
  });
  if (!window.live) return;
  let was, timer;
  document.addEventListener("live", ({ detail: { now, here, answered } }) => {
    const is = [now.activity, now.state, now.beside, here, answered].join();
    if (was !== undefined && was !== is && !timer)
      timer = setTimeout(() => {
        timer = null;
        window.live.refresh();
      }, 1000);
    was = is;
  });
})();
