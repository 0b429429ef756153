/* A picture in a partner's form: made small on the phone, without where it was taken, and kept there until it is sent.

   <span data-picture>  with a hidden field (the picture's id), the file box, and a button [data-picture-off]
   <… data-picture-about>  asks about the picture: only shown when there is one
   p.js sends it, before the answer that names it. What cannot be made small here goes as a file, with the plain form. */
(() => {
  "use strict";
  const PICTURE = "alongside:picture:", EDGE = 1600, MOST = 1500000;
  const box = document.querySelector("form[data-answer] [data-picture]");
  if (!box) return;
  const form = box.closest("form"), id = box.querySelector("input[type=hidden]"), file = box.querySelector("input[type=file]");
  const off = box.querySelector("[data-picture-off]"), about = form.querySelector("[data-picture-about]");

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  async function small(chosen) {
    const bitmap = await createImageBitmap(chosen, { imageOrientation: "from-image" });
    const share = Math.min(1, EDGE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * share));
    canvas.height = Math.max(1, Math.round(bitmap.height * share));
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const link = [0.82, 0.6].map((quality) => canvas.toDataURL("image/jpeg", quality)).find((one) => one.length < MOST);
    if (!link) throw new Error("too large");
    return link;
  }

  function kept(which) {
    try {
      return which && localStorage.getItem(PICTURE + which);
    } catch (_private) {
      return null;
    }
  }

  function show() {
    const link = kept(id.value) || (id.value ? "/pictures/" + id.value + "/small/" : "");
    let image = box.querySelector("img");
    if (link && !image) {
      image = document.createElement("img");
      image.className = "given";
      image.alt = box.dataset.alt || "";
      id.after(image);
    }
    if (link && image.getAttribute("src") !== link) image.src = link;
    if (!link && image) image.remove();
    const has = !!link || file.files.length > 0;
    off.hidden = !has;
    if (about) about.hidden = !has && !about.querySelector("[data-problem]");
  }

  function drop() {
    try {
      if (id.value) localStorage.removeItem(PICTURE + id.value);
    } catch (_private) {}
    id.value = "";
  }

  file.addEventListener("change", async () => {
    drop();
    const chosen = file.files[0];
    if (chosen) {
      try {
        const link = await small(chosen), name = newId();
        localStorage.setItem(PICTURE + name, link);
        id.value = name;
        file.value = "";
      } catch (_cannot) {
        /* the file stays in its box and goes with the plain form */
      }
    }
    show();
    form.dispatchEvent(new Event("input"));
  });
  off.addEventListener("click", () => {
    drop();
    file.value = "";
    show();
    form.dispatchEvent(new Event("input"));
    file.focus();
  });
  box.querySelectorAll("[data-picture-tick]").forEach((tick) => tick.remove()); /* for pages without this script */
  form.addEventListener("filled", show);
  form.addEventListener("reset", () => {
    id.value = ""; /* p.js sends the picture; it is let go when the server has it */
    setTimeout(show);
  });
  show();
})();
