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
    const is = [now.item, now.activity, now.state, now.stage, now.is_shown, now.session].join();
    const counted = here + "/" + answered;
    if (was !== undefined && was !== is) window.live.refresh();
    else if (count !== undefined && count !== counted && !timer) timer = setTimeout(came, 500); /* the row of beads */
    was = is;
    count = counted;
  });
  document.addEventListener("live", ({ detail: { now } }) => {
    if (document.documentElement.dataset.look !== now.look) document.documentElement.dataset.look = now.look;
  });

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
