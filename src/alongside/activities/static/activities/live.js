/* The live room in the browser: hears the newest state of a session and shows it. Used by phones, room screen, console.

   <… data-live="/live/12/room/" data-wall="token of a room screen, if any">  whom to listen to; one in a page
   <… data-count="here|answered">     a number that is kept up to date
   <… data-part data-activity="5">    holds the result of that activity
   <… data-clock hidden>              shown while the facilitators let the room see the time; its data-timer stops at 0:00
   <… data-timer>                     time left of the step, counted here from the server's times
   <… id="…" data-refresh>            is fetched again with this page's own address by refresh()
   Every new state is also told as the event "live" on document; detail is the state. */
(() => {
  "use strict";
  const box = document.querySelector("[data-live]");
  if (!box) return;
  const base = box.dataset.live;
  const token = box.dataset.wall ? "wall=" + encodeURIComponent(box.dataset.wall) : "";
  const policy = window.trustedTypes
    ? trustedTypes.createPolicy("alongside", { createHTML: (text) => text })
    : { createHTML: (text) => text };
  const all = (what) => document.querySelectorAll(what);
  const jitter = (ms) => ms * (0.75 + Math.random() / 2);

  let source, state, polling, timer, version = "", tries = 0, heard = Date.now(), ahead = 0, isOver = false;

  const parse = (text) => new DOMParser().parseFromString(policy.createHTML(text), "text/html");

  function show(news) {
    heard = Date.now();
    if (news.v === version) return;
    version = news.v;
    state = news;
    all("[data-count]").forEach((spot) => (spot.textContent = news[spot.dataset.count]));
    all("[data-part]").forEach((spot) => {
      if (spot.dataset.activity === String(news.now.activity) && spot.seen !== news.html) {
        spot.seen = news.html;
        if (news.html || !spot.hasAttribute("data-keep")) spot.replaceChildren(...parse(news.html).body.childNodes);
      }
    });
    count();
    window.dispatchEvent(new Event("resize")); /* words hang anew */
    document.dispatchEvent(new CustomEvent("live", { detail: news }));
  }

  /* ---- the stream, and asking now and then when there is none ---- */

  function close() {
    if (source) source.close();
    source = null;
  }

  function again(ms) {
    close();
    clearTimeout(timer);
    timer = setTimeout(open, ms);
    if (tries > 1) poll();
  }

  function open() {
    clearTimeout(timer);
    if (source || isOver || document.hidden) return;
    if (!window.EventSource) return poll();
    heard = Date.now();
    source = new EventSource(base + "stream?since=" + version + "&" + token);
    source.onopen = () => {
      tries = 0;
      heard = Date.now();
      clearTimeout(polling);
      polling = null;
      document.dispatchEvent(new Event("live-open"));
    };
    source.onmessage = (event) => show(JSON.parse(event.data));
    const hear = (event) => {
      heard = Date.now();
      ahead = Number(event.data) - heard;
    };
    source.addEventListener("clock", hear);
    source.addEventListener("hb", hear);
    source.addEventListener("bye", (event) => again(Number(event.data)));
    source.addEventListener("poll", () => ((tries = 9), again(60000)));
    source.addEventListener("gone", end);
    source.onerror = () => again(jitter(Math.min(20000, 1000 * 2 ** tries++)));
  }

  function end() {
    isOver = true;
    close();
    document.dispatchEvent(new Event("live-end"));
  }

  function poll() {
    if (polling || isOver) return;
    const ask = async () => {
      polling = setTimeout(ask, jitter(5000));
      if (document.hidden) return;
      try {
        const reply = await fetch(base + "state?" + token, {
          cache: "no-store",
          headers: version ? { "If-None-Match": '"' + version + '"' } : {},
        });
        if (reply.status === 404) end();
        else if (reply.ok) show(await reply.json());
      } catch (_away) {} /* no signal: the next turn asks again */
    };
    polling = setTimeout(ask, 0);
  }

  const wake = () => (document.hidden ? close() : open());
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("pageshow", wake);
  window.addEventListener("online", () => ((tries = 0), close(), open()));
  window.addEventListener("pagehide", close);
  setInterval(() => {
    if (source && Date.now() - heard > 45000) close();
    if (!source && !document.hidden && Date.now() - heard > 45000) open();
  }, 5000);

  /* ---- time left ---- */

  function count() {
    if (!state || !state.now) return;
    const { ends, left } = state.now;
    const seconds = ends ? Math.round((ends - Date.now() - ahead) / 1000) : left;
    const isKnown = seconds !== null && seconds !== undefined;
    all("[data-clock]").forEach((spot) => (spot.hidden = !isKnown || !state.now.clock));
    if (!isKnown) return;
    const size = Math.abs(seconds);
    const text = (seconds < 0 ? "+" : "") + Math.floor(size / 60) + ":" + String(size % 60).padStart(2, "0");
    all("[data-timer]").forEach((spot) => {
      spot.textContent = seconds < 0 && spot.closest("[data-clock]") ? "0:00" : text;
      spot.toggleAttribute("data-over", seconds < 0);
    });
  }
  if (document.querySelector("[data-timer]")) setInterval(count, 1000);

  /* ---- parts of this page made anew by the server ---- */

  const isChanged = (field) =>
    /^(radio|checkbox)$/.test(field.type)
      ? field.checked !== field.defaultChecked
      : field.tagName !== "SELECT" && field.value !== field.defaultValue;
  const isBusy = (part) =>
    (part.contains(document.activeElement) && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) ||
    [...part.querySelectorAll("input:not([type=hidden]), textarea")].some(isChanged);

  async function refresh(only = "[data-refresh]") {
    try {
      const reply = await fetch(location.href, { cache: "no-store" });
      if (!reply.ok) return;
      const fresh = parse(await reply.text());
      const held = document.activeElement && document.activeElement.id;
      all(only).forEach((part) => {
        const other = fresh.getElementById(part.id);
        if (!other) return;
        if (isBusy(part)) part.dataset.refresh = "later";
        else {
          const made = document.importNode(other, true);
          const folds = (of) => [...of.querySelectorAll("details")];
          if (folds(part).length === folds(made).length) /* what was unfolded stays so */
            folds(part).forEach((fold, at) => (folds(made)[at].open = fold.open));
          part.replaceWith(made);
          if (window.htmx) htmx.process(made);
        }
      });
      const again = held && document.activeElement.id !== held && document.getElementById(held);
      if (again) again.focus({ preventScroll: true }); /* who was on a button stays on it */
      all(only + " [data-part]").forEach((spot) => (spot.seen = null));
      count();
      window.dispatchEvent(new Event("resize"));
    } catch (_away) {}
  }
  document.addEventListener("focusout", () => {
    if (document.querySelector('[data-refresh="later"]')) setTimeout(() => refresh(), 500);
  });

  window.live = { box, refresh, now: () => state };
  open();
})();
