/* The run sheet is put in order by dragging, or with Alt and the arrow keys on its buttons; the server does it and this
   page comes back where the hands were. Numbers and time come by the stream; lists are drawn anew by the server, never under busy hands. */
(() => {
  "use strict";
  const stepOf = (spot) => spot && spot.closest && spot.closest("li[data-place]");
  let dragged = null;

  function place(step, at) {
    const form = step.querySelector("form[data-place-form]");
    form.elements.place.value = at;
    form.requestSubmit();
  }
  document.addEventListener("dragstart", (event) => {
    dragged = stepOf(event.target);
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.id);
  });
  document.addEventListener("dragover", (event) => {
    const over = dragged && stepOf(event.target);
    document.querySelectorAll("[data-drop]").forEach((spot) => spot !== over && spot.removeAttribute("data-drop"));
    if (!over || over === dragged) return;
    event.preventDefault();
    over.dataset.drop = Number(over.dataset.place) < Number(dragged.dataset.place) ? "above" : "below";
  });
  document.addEventListener("drop", (event) => {
    const over = dragged && stepOf(event.target);
    if (!over || over === dragged) return;
    event.preventDefault();
    place(dragged, over.dataset.place);
  });
  document.addEventListener("dragend", () => {
    dragged = null;
    document.querySelectorAll("[data-drop]").forEach((spot) => spot.removeAttribute("data-drop"));
  });
  document.addEventListener("keydown", (event) => {
    const step = stepOf(event.target);
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !by || !event.altKey) return;
    event.preventDefault();
    const at = Number(step.dataset.place) + by;
    if (document.querySelector('li[data-place="' + at + '"]')) place(step, at);
  });

  /* back from the server: the focus is where it was, and what happened is said */
  const back = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  const moved = stepOf(back);
  if (moved) {
    back.focus();
    setTimeout(() => (document.getElementById("run-said").textContent = moved.dataset.said), 150);
  }

  /* a short message was kept: its field is empty again; a refused one stays, and the page says why */
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    const form = detail.elt.closest("form[data-empties]");
    if (form && detail.successful) form.reset();
  });

  if (!window.live) return;
  let was, timer;
  document.addEventListener("live", ({ detail: { now, here, answered } }) => {
    const is = [now.item, now.activity, now.state, now.stage, now.is_shown, now.session, now.ends, now.left, now.clock, now.plan, now.desk, now.call, now.beside, here, answered].join();
    if (was !== undefined && was !== is && !timer)
      timer = setTimeout(() => {
        timer = null;
        window.live.refresh();
      }, 1000);
    was = is;
  });
  document.addEventListener("live-end", () => location.reload());
})();
