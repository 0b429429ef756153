/* The list by hand, on top of a form that works without this: whatever is moved or chosen is kept at once, and the wall
   shows it while the room still talks.

   <li data-row data-key> a line, with <input data-place> and <… data-head>; <li data-slip> something said, with a box;
   <div data-heading> what stands under a heading. Rows and slips are dragged onto lines and headings; the boxes and
   the arrow keys (in a place) do the same. Words being typed are kept by “Keep the list” or on leaving their box. */
(() => {
  "use strict";
  const said = document.getElementById("list-said");
  const form = () => document.getElementById("the-list");
  if (!form()) return;
  let held, isSaving, again, seen;

  const rows = () => [...form().querySelectorAll("[data-row]")];
  const number = () => rows().forEach((row, at) => (row.querySelector("[data-place]").value = at + 1));

  const typed = () => new Map([...form().querySelectorAll("input[id], textarea[id], select[id]")].map((one) => [one.id, one.value]));

  /* The list as it came back; what was typed while it was on its way stays. */
  function put(made, before) {
    const now = typed();
    form().replaceChildren(...document.importNode(made, true).childNodes);
    now.forEach((value, id) => {
      const box = document.getElementById(id);
      if (box && before.get(id) !== value) box.value = value;
    });
  }

  /* ---- keeping it ---- */

  async function keep() {
    if (isSaving) return (again = true);
    isSaving = true;
    const focus = document.activeElement && document.activeElement.id;
    const open = [...form().querySelectorAll("details[open]")].map((one) => one.closest("[data-row]").dataset.key);
    const before = typed();
    const body = new URLSearchParams(new FormData(form()));
    body.set("quietly", "1");
    try {
      const reply = await fetch(location.href, { method: "POST", body });
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const made = page.getElementById("the-list");
      if (!made) throw new Error();
      put(made, before);
      open.forEach((key) => {
        const row = form().querySelector('[data-key="' + CSS.escape(key) + '"] details');
        if (row) row.open = true;
      });
      if (focus && document.getElementById(focus)) document.getElementById(focus).focus({ preventScroll: true });
      said.textContent = reply.ok ? said.dataset.kept : said.dataset.lost;
    } catch (_away) {
      said.textContent = said.dataset.lost;
    }
    ready();
    isSaving = false;
    if (again) {
      again = false;
      keep();
    }
  }

  document.addEventListener("change", (event) => {
    if (event.target.closest("#the-list") && !event.target.matches("#new-text, #new-h")) keep();
  });

  /* “Keep the list”, pressed while a change is on its way: what is new goes after it. Sent beside it, a place that was
     typed would be counted twice. */
  document.addEventListener("submit", (event) => {
    const isNamed = event.submitter && event.submitter.name;
    if (!isSaving || event.target !== form() || isNamed) return;
    event.preventDefault();
    again = true;
  });

  /* ---- keys ---- */

  document.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.target.matches("#the-list [data-place]")) return;
    event.preventDefault();
    const row = event.target.closest("[data-row]"), at = rows().indexOf(row), other = rows()[at + step];
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    number();
    event.target.focus();
    keep();
  });

  /* ---- dragging ---- */

  const headingOf = (spot) => spot.closest("[data-heading]") && spot.closest("[data-heading]").dataset.heading;

  function drop(target) {
    const row = target.closest("[data-row]"), heading = headingOf(target);
    if (held.matches("[data-slip]")) {
      const box = held.querySelector("select");
      box.value = row ? row.dataset.key : heading ? "under:" + heading : "new";
      if (!box.value) box.value = "new";
    } else {
      if (row && row !== held) row.before(held);
      else if (!row) target.closest("[data-heading]").querySelector(".listed").append(held);
      const head = held.querySelector("[data-head]");
      if (heading !== undefined && heading !== null) head.value = heading;
      number();
    }
    keep();
  }

  const over = (event) => {
    const spot = event.target.closest && event.target.closest("#the-list [data-row], #the-list [data-heading]");
    document.querySelectorAll("[data-over]").forEach((one) => one.removeAttribute("data-over"));
    if (!held || !spot || spot === held) return null;
    spot.dataset.over = "";
    return spot;
  };
  document.addEventListener("dragstart", (event) => {
    held = event.target.closest && event.target.closest("#the-list [data-row], #the-list [data-slip]");
    if (held) event.dataTransfer.effectAllowed = "move";
  });
  document.addEventListener("dragover", (event) => over(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    const spot = over(event);
    if (!spot) return;
    event.preventDefault();
    spot.removeAttribute("data-over");
    drop(event.target);
  });
  document.addEventListener("dragend", () => {
    held = null;
    document.querySelectorAll("[data-over]").forEach((one) => one.removeAttribute("data-over"));
  });

  function ready() {
    form()
      .querySelectorAll("[data-row], [data-slip]")
      .forEach((one) => (one.draggable = true));
  }

  /* ---- what comes in meanwhile, and what the other facilitator does ---- */

  document.addEventListener("live", ({ detail }) => {
    const now = detail.answered + detail.html;
    const isBusy = held || isSaving || (form().contains(document.activeElement) && document.activeElement !== document.body);
    if (seen !== undefined && seen !== now && isBusy) return;
    if (seen !== undefined && seen !== now) look();
    seen = now;
  });

  async function look() {
    const before = typed().set("new-text", "");
    const reply = await fetch(location.href, { cache: "no-store" });
    if (!reply.ok || held || isSaving) return;
    const made = new DOMParser().parseFromString(await reply.text(), "text/html").getElementById("the-list");
    if (made) put(made, before);
    ready();
  }
  ready();
})();
