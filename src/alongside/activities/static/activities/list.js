/* The list by hand: up and down buttons and dragging, on top of a form that works without them.

   <li data-row> holds <input data-place>; places are numbered anew whenever a row moves. */
(() => {
  "use strict";
  const list = document.querySelector(".listed");
  if (!list) return;
  const rows = () => [...list.querySelectorAll("[data-row]")];
  const number = () => rows().forEach((row, at) => (row.querySelector("[data-place]").value = at + 1));

  function move(row, step) {
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    number();
    row.querySelector("[data-place]").focus();
  }

  list.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.target.matches("[data-place]")) return;
    event.preventDefault();
    move(event.target.closest("[data-row]"), step);
  });

  let held;
  rows().forEach((row) => {
    row.draggable = true;
    row.addEventListener("dragstart", (event) => {
      if (event.target !== row) return;
      held = row;
      event.dataTransfer.effectAllowed = "move";
    });
    row.addEventListener("dragover", (event) => {
      if (!held || held === row) return;
      event.preventDefault();
      const box = row.getBoundingClientRect();
      if (event.clientY < box.top + box.height / 2) row.before(held);
      else row.after(held);
    });
    row.addEventListener("drop", (event) => event.preventDefault());
    row.addEventListener("dragend", () => {
      held = null;
      number();
    });
  });
})();
