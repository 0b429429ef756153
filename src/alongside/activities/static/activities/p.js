/* A partner's phone: sends answers in the background and keeps them, and their pictures, until the server has them.

   <form data-answer="/live/answer/5/" data-activity="5" [data-many]>  with a hidden field "id" and in it
   <p role="status" data-status data-sending="…" data-kept="…" data-sent="…" data-back="…">  what is said about it
   <… data-moved hidden>   shown when the group has moved on while somebody types
   <… data-follow="/seat/" data-at="5,open,0,running">  in the page's data-live box: where the group is now, and which
                           moment (activity, its state, its stage, the workshop) this page was made for
   <form … data-hand-on="/seat/hand-on/">  on a phone that goes round: once the answer is in, the neutral page comes;
                           nothing typed is kept as a draft; <… data-neutral hidden> shows while there is no signal
   <form data-when-sent="…">  waits until all that is kept here was sent; <… data-waits> in it then says so
   <… data-seat="17">      in the same box: the phone's own seat; it is led when it gets the chair, or gives it back
   <… data-item="8">       in the same box: this page is made for one step, whether or not something is asked in it
   <… data-call="break">   in the same box, in place of data-at: this page is that of a card held up to the room
   <… data-nod="/seat/">   in the lobby: looked at every few seconds until a facilitator lets this phone in
   <form data-clear>       "clear this phone": forgets everything kept here
   Without this script the form is sent as a plain page. Works without https: no crypto.randomUUID here. */
(() => {
  "use strict";
  const OUT = "alongside:out:", DRAFT = "alongside:draft:", PICTURE = "alongside:picture:";
  const FORM = "application/x-www-form-urlencoded";
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
    const longest = tries < 12 ? 1500 : 30000; /* a server that was started anew is back within seconds */
    const wait = Math.max((seconds || 0) * 1000, Math.min(longest, 1000 * 2 ** tries++));
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

  async function post(to, type, body) {
    const cut = new AbortController();
    const limit = setTimeout(() => cut.abort(), type === FORM ? 20000 : 90000);
    try {
      const reply = await fetch(to, {
        method: "POST",
        headers: { "Content-Type": type },
        body,
        keepalive: type === FORM, /* browsers let go of larger ones */
        signal: cut.signal,
      });
      const said = await reply.json().catch(() => ({}));
      const isFinal = reply.status >= 400 && reply.status < 500 && ![408, 425, 429].includes(reply.status);
      return { is: reply.ok && said.ok ? "kept" : isFinal ? "no" : "later", reply, said };
    } catch (_away) {
      return { is: "later" };
    } finally {
      clearTimeout(limit);
    }
  }

  const bytesOf = (link) => Uint8Array.from(atob(link.slice(link.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));

  /* its pictures first; each is let go here only when the server has it, or does not want it */
  async function sendPictures(item) {
    for (const id of item.pictures || []) {
      const kept = store.getItem(PICTURE + id);
      if (!kept) continue;
      const sent = await post(item.to.replace("/answer/", "/picture/") + id + "/", "image/jpeg", bytesOf(kept));
      if (sent.is === "later") return sent;
      const isNone = sent.is === "no" && [413, 422].includes(sent.reply.status); /* else it is kept for another try */
      if (sent.is === "kept" || isNone) store.removeItem(PICTURE + id);
      if (isNone) item.body = item.body.replace(id, "");
      if (sent.is === "no") return sent;
    }
    return { is: "kept" };
  }

  async function send(item) {
    let sent = await sendPictures(item);
    if (sent.is === "kept") sent = await post(item.to, FORM, item.body);
    if (sent.is === "later") {
      later(sent.reply && Number(sent.reply.headers.get("Retry-After")));
      return !!sent.reply && sent.reply.status === 500; /* one bad answer must not stop the others */
    }
    store.removeItem(OUT + item.id);
    tries = 0;
    if (sent.is === "no") giveBack(item, sent.said.because || "");
    else if (form && form.dataset.handOn && !waiting().length) location.replace(form.dataset.handOn);
    else say("sent", status && status.dataset.receipt ? status.dataset.receipt + " " + sent.said.receipt.words : "");
    return true;
  }

  function show(isForm) {
    const neutral = document.querySelector("[data-neutral]");
    if (neutral) [form.hidden, neutral.hidden] = [!isForm, isForm];
  }

  function giveBack(item, because) {
    const isHere = form && form.dataset.answer === item.to;
    const mine = form && form.elements.for ? form.elements.for.value : null;
    if (isHere && mine !== new URLSearchParams(item.body).get("for")) return say("back"); /* of the one before */
    if (form && form.dataset.handOn) show(true);
    if (!isHere) return store.setItem(DRAFT + item.to, item.body);
    if (!isTouched()) fill(item.body);
    else store.setItem(DRAFT + item.to, item.body);
    say("back");
    status.textContent = because + " " + status.textContent;
  }

  /* ---- the form ---- */

  const fields = () => {
    const data = new URLSearchParams([...new FormData(form)].filter((pair) => typeof pair[1] === "string"));
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
    form.dispatchEvent(new Event("filled"));
  }

  function keep(event) {
    if (event.submitter && (event.submitter.name || event.submitter.hasAttribute("formaction"))) return;
    if ([...form.querySelectorAll("input[type=file]")].some((box) => box.files.length)) return; /* a file goes the plain way */
    event.preventDefault();
    const data = fields(), id = form.elements.id.value;
    data.set("id", id);
    const pictures = [...form.querySelectorAll("[data-picture] input[type=hidden]")].map((box) => box.value).filter(Boolean);
    store.setItem(OUT + id, JSON.stringify({ id, to: form.dataset.answer, body: data.toString(), at: Date.now(), pictures }));
    store.removeItem(DRAFT + form.dataset.answer);
    form.elements.id.value = newId();
    if (form.dataset.handOn) show(false);
    if (form.hasAttribute("data-many") || form.dataset.handOn) form.reset();
    else first = fields().toString();
    say("sending");
    flush();
  }

  if (form) {
    const isPassed = !!form.dataset.handOn;
    const draft = store.getItem(DRAFT + form.dataset.answer);
    if (isPassed) store.removeItem(DRAFT + form.dataset.answer);
    else if (draft) fill(draft);
    form.addEventListener("submit", keep);
    form.addEventListener("input", () => {
      if (isPassed) return;
      if (isTouched()) store.setItem(DRAFT + form.dataset.answer, fields().toString());
      else store.removeItem(DRAFT + form.dataset.answer);
    });
  }
  document.querySelectorAll("form[data-clear]").forEach((leave) =>
    leave.addEventListener("submit", () => keys().forEach((key) => store.removeItem(key))),
  );
  document.querySelectorAll("form[data-when-sent]").forEach((next) =>
    next.addEventListener("submit", (event) => {
      if (!waiting().length) return;
      event.preventDefault();
      next.querySelector("[data-waits]").textContent = next.dataset.whenSent;
      flush();
    }),
  );
  const wake = () => document.hidden || flush();
  ["online", "pageshow"].forEach((name) => window.addEventListener(name, wake));
  ["visibilitychange", "live-open"].forEach((name) => document.addEventListener(name, wake));
  const isWanted = (id) => keys().some((key) => (key.startsWith(OUT) || key.startsWith(DRAFT)) && store.getItem(key).includes(id));
  keys()
    .filter((key) => key.startsWith(PICTURE) && !isWanted(key.slice(PICTURE.length)))
    .forEach((key) => store.removeItem(key));
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
  let chair;
  document.addEventListener("live", ({ detail: { now } }) => {
    if (!box.dataset.follow) return;
    const at = [now.activity, now.state, now.stage, now.session, now.beside].join(), call = now.call || "";
    const isMine = (seat) => seat && String(seat) === box.dataset.seat;
    if (chair === undefined) chair = now.chair;
    const hasMoved = chair !== now.chair && (isMine(chair) || isMine(now.chair));
    const isStep = !("item" in box.dataset) || String(now.item || "") === box.dataset.item;
    const isHere = "call" in box.dataset ? call === box.dataset.call : !call && at === box.dataset.at && isStep;
    if (!isHere || hasMoved) return follow([at, call, now.chair].join());
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
