/* A partner's phone: sends answers in the background and keeps them until the server has them.

   <form data-answer="/live/answer/5/" data-activity="5" [data-many]>  with a hidden field "id" and in it
   <p role="status" data-status data-sending="…" data-kept="…" data-sent="…" data-back="…">  what is said about it
   <… data-moved hidden>   shown when the group has moved on while somebody types
   <… data-follow="/seat/" data-at="5,open,0,running">  in the page's data-live box: where the group is now, and which
                           moment (activity, its state, its stage, the workshop) this page was made for
   <… data-nod="/seat/">   in the lobby: looked at every few seconds until a facilitator lets this phone in
   <form data-clear>       "clear this phone": forgets everything kept here
   Without this script the form is sent as a plain page. Works without https: no crypto.randomUUID here. */
(() => {
  "use strict";
  const OUT = "alongside:out:", DRAFT = "alongside:draft:";
  const form = document.querySelector("form[data-answer]");
  const status = form && form.querySelector("[data-status]");
  const box = document.querySelector("[data-live]");

  /* ---- what is kept on this phone ---- */

  let store;
  try {
    store = localStorage;
    store.setItem("alongside:try", "1");
    store.removeItem("alongside:try");
  } catch (_private) {
    const kept = new Map();
    store = {
      getItem: (key) => (kept.has(key) ? kept.get(key) : null),
      setItem: (key, value) => kept.set(key, value),
      removeItem: (key) => kept.delete(key),
      keys: () => [...kept.keys()],
    };
  }
  const keys = () => (store.keys ? store.keys() : Object.keys(store)).filter((key) => key.startsWith("alongside:"));
  const waiting = () =>
    keys()
      .filter((key) => key.startsWith(OUT))
      .map((key) => JSON.parse(store.getItem(key)))
      .sort((a, b) => a.at - b.at);

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  function say(name, more) {
    if (status) status.textContent = (status.dataset[name] || "") + (more ? " " + more : "");
    if (form) form.dataset.is = name;
  }

  /* ---- sending: oldest first, removed only when the server has it or says a final no ---- */

  let isSending = false, tries = 0, timer;

  function later(seconds) {
    clearTimeout(timer);
    const wait = Math.max((seconds || 0) * 1000, Math.min(30000, 1000 * 2 ** tries++));
    timer = setTimeout(flush, wait * (0.75 + Math.random() / 2));
    say("kept");
  }

  async function flush() {
    if (isSending) return;
    isSending = true;
    clearTimeout(timer);
    try {
      for (const item of waiting()) if (!(await send(item))) break;
    } finally {
      isSending = false;
    }
  }

  async function send(item) {
    const cut = new AbortController();
    const limit = setTimeout(() => cut.abort(), 20000);
    let reply, said;
    try {
      reply = await fetch(item.to, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: item.body,
        keepalive: true,
        signal: cut.signal,
      });
      said = await reply.json().catch(() => ({}));
    } catch (_away) {
      later();
      return false;
    } finally {
      clearTimeout(limit);
    }
    const isFinal = reply.status >= 400 && reply.status < 500 && ![408, 425, 429].includes(reply.status);
    if (!(reply.ok && said.ok) && !isFinal) {
      later(Number(reply.headers.get("Retry-After")));
      return reply.status === 500; /* one bad answer must not stop the others */
    }
    store.removeItem(OUT + item.id);
    tries = 0;
    if (reply.ok) say("sent", status && status.dataset.receipt ? status.dataset.receipt + " " + said.receipt.words : "");
    else giveBack(item, said.because || "");
    return true;
  }

  function giveBack(item, because) {
    const isHere = form && form.dataset.answer === item.to;
    if (!isHere) return store.setItem(DRAFT + item.to, item.body);
    if (!isTouched()) fill(item.body);
    else store.setItem(DRAFT + item.to, item.body);
    say("back");
    status.textContent = because + " " + status.textContent;
  }

  /* ---- the form ---- */

  const fields = () => {
    const data = new URLSearchParams(new FormData(form));
    ["csrfmiddlewaretoken", "id"].forEach((name) => data.delete(name));
    return data;
  };
  let first = form ? fields().toString() : "";
  const isTouched = () => !!form && fields().toString() !== first;

  function fill(body) {
    const data = new URLSearchParams(body);
    for (const field of form.elements) {
      if (!field.name || field.name === "id" || field.name === "csrfmiddlewaretoken" || !data.has(field.name)) continue;
      if (/^(radio|checkbox)$/.test(field.type)) field.checked = data.getAll(field.name).includes(field.value);
      else field.value = data.get(field.name);
    }
  }

  function keep(event) {
    if (event.submitter && (event.submitter.name || event.submitter.hasAttribute("formaction"))) return;
    event.preventDefault();
    const data = fields(), id = form.elements.id.value;
    data.set("id", id);
    store.setItem(OUT + id, JSON.stringify({ id, to: form.dataset.answer, body: data.toString(), at: Date.now() }));
    store.removeItem(DRAFT + form.dataset.answer);
    form.elements.id.value = newId();
    if (form.hasAttribute("data-many")) form.reset();
    else first = fields().toString();
    say("sending");
    flush();
  }

  if (form) {
    const draft = store.getItem(DRAFT + form.dataset.answer);
    if (draft) fill(draft);
    form.addEventListener("submit", keep);
    form.addEventListener("input", () => {
      if (isTouched()) store.setItem(DRAFT + form.dataset.answer, fields().toString());
      else store.removeItem(DRAFT + form.dataset.answer);
    });
  }
  document.querySelectorAll("form[data-clear]").forEach((leave) =>
    leave.addEventListener("submit", () => keys().forEach((key) => store.removeItem(key))),
  );
  const wake = () => document.hidden || flush();
  ["online", "pageshow"].forEach((name) => window.addEventListener(name, wake));
  ["visibilitychange", "live-open"].forEach((name) => document.addEventListener(name, wake));
  if (waiting().length) say("kept");
  flush();

  /* ---- the group moves on: whoever is typing is only told ---- */

  const moved = document.querySelector("[data-moved]");
  const isTyping = () => isTouched() || waiting().length || /^(INPUT|TEXTAREA)$/.test((document.activeElement || {}).tagName);
  let leading;

  function note(value) {
    try {
      if (value === undefined) return sessionStorage.getItem("alongside:led") || "";
      sessionStorage.setItem("alongside:led", value);
    } catch (_private) {}
    return "";
  }

  function follow(place) {
    clearTimeout(leading);
    if (isTyping()) {
      if (moved) moved.hidden = false;
      return;
    }
    const [last, often] = note().split("|");
    const times = last === place ? Number(often) : 0; /* the server may see it otherwise: a few tries, ever slower */
    if (times > 4) return;
    leading = setTimeout(() => {
      if (isTyping()) return;
      note(place + "|" + (times + 1));
      location.replace(box.dataset.follow);
    }, times && 1000 * 2 ** times);
  }
  document.addEventListener("live", ({ detail: { now } }) => {
    if (!box.dataset.follow) return;
    const place = [now.activity, now.state, now.stage, now.session].join();
    if (place !== box.dataset.at) return follow(place);
    clearTimeout(leading);
    if (moved) moved.hidden = true;
  });
  document.addEventListener("live-end", () => box.dataset.follow && follow("gone"));

  const lobby = document.querySelector("[data-nod]");
  async function knock() {
    try {
      const reply = await fetch(lobby.dataset.nod, { cache: "no-store" });
      if (reply.ok && new URL(reply.url).pathname !== location.pathname) return location.replace(lobby.dataset.nod);
    } catch (_away) {}
    setTimeout(knock, 4000 + 2000 * Math.random());
  }
  if (lobby) setTimeout(knock, 4000);
})();
