/* The room screen: new words come by the stream; when the group moves on the server draws the screen anew. */
(() => {
  "use strict";
  if (!window.live) return;
  let was, count, timer;
  const came = () => {
    timer = null;
    window.live.refresh("#wall-came");
  };
  document.addEventListener("live", ({ detail: { now, here, answered } }) => {
    const is = [now.item, now.activity, now.state, now.stage, now.is_shown, now.session, now.room, now.beside].join();
    const counted = here + "/" + answered;
    if (was !== undefined && was !== is) window.live.refresh();
    else if (count !== undefined && count !== counted && !timer) timer = setTimeout(came, 500); /* the row of beads */
    was = is;
    count = counted;
  });
  document.addEventListener("live", ({ detail: { now } }) => {
    if (document.documentElement.dataset.look !== now.look) document.documentElement.dataset.look = now.look;
  });

  /* ---- more than a wall can hold: everything that was said comes in pieces below, as somebody scrolls to it.
     Only the last piece is ever drawn anew, and at most every few seconds; the others stay as they are. ---- */

  const rest = () => document.querySelector("#wall-rest[data-pieces]");
  let isFetching, later;

  async function piece(from) {
    const box = rest();
    const reply = await fetch(box.dataset.pieces + "?from=" + from, { cache: "no-store" });
    if (!reply.ok) return null;
    const made = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector(".piece");
    if (made) made.dataset.at = from;
    return made && document.importNode(made, true);
  }

  async function more() {
    const box = rest(), last = box && box.querySelector(".piece:last-of-type");
    const next = last ? last.dataset.next : box && box.dataset.from;
    if (isFetching || !next) return; /* nothing is measured while somebody scrolls what is there already */
    if (box.getBoundingClientRect().bottom > window.innerHeight * 3) return;
    isFetching = true;
    const made = await piece(next);
    if (made && rest() === box) box.append(made);
    isFetching = false;
    if (made) more();
  }

  function renew() {
    const hidden = document.querySelector("#wall-rest[hidden]");
    if (hidden && document.querySelector(".on-wall [data-more]")) window.live.refresh("#wall-rest").then(more);
    if (later) return;
    later = setTimeout(async () => {
      later = null;
      const box = rest(), last = box && box.querySelector(".piece:last-of-type");
      if (!last || last.dataset.next) return;
      const made = await piece(last.dataset.at);
      if (made && last.isConnected) last.replaceWith(made);
      more();
    }, 3000);
  }
  window.addEventListener("scroll", more, { passive: true });
  document.addEventListener("live", renew);
  more();

  /* ---- the facilitators' few buttons: by hand or by their key; they go away when nobody moves ---- */

  let idle;
  const tools = () => document.getElementById("wall-tools");
  const wake = () => {
    clearTimeout(idle);
    if (tools()) tools().removeAttribute("data-quiet");
    idle = setTimeout(() => tools() && !tools().contains(document.activeElement) && (tools().dataset.quiet = ""), 4000);
  };
  ["mousemove", "keydown", "focusin"].forEach((name) => document.addEventListener(name, wake));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const button = tools() && tools().querySelector('[data-key="' + CSS.escape(event.key.toLowerCase()) + '"]');
    if (button) button.click();
  });
  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("#wall-tools form");
    if (!form) return;
    event.preventDefault();
    const isLight = !document.documentElement.classList.contains("dark");
    const to = isLight && form.dataset.other ? form.dataset.other : form.action;
    await fetch(to, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    window.live.refresh("#wall-tools");
  });
  wake();
  document.addEventListener("live-end", () => location.reload());
})();
