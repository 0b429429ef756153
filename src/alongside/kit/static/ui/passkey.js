/* Passkeys: a form with data-passkey shows itself where passkeys work, asks the device, and sends the answer.
   Where they do not work the form stays hidden and the page offers a code. */
(() => {
  const works = Boolean(window.PublicKeyCredential && window.webauthnJSON);

  const optionsOf = async (form) => {
    if (form.dataset.passkey !== "login") {
      return JSON.parse(document.getElementById(form.dataset.options).textContent);
    }
    const answer = await fetch(form.action, {
      headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  const make = (options) => {
    const wish = structuredClone(options.creation_options);
    Object.assign(wish.publicKey.authenticatorSelection, {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    });
    return webauthnJSON.create(wish);
  };

  const ask = async (form) => {
    const problem = form.querySelector("[data-passkey-problem]");
    problem.hidden = true;
    try {
      const options = await optionsOf(form);
      const made = form.dataset.passkey === "create";
      const answer = await (made ? make(options) : webauthnJSON.get(options.request_options));
      form.elements.credential.value = JSON.stringify(answer);
      form.submit();
    } catch {
      problem.hidden = false;
    }
  };

  if (!works) return;
  document.querySelectorAll("[data-passkey-missing]").forEach((note) => {
    note.hidden = true;
  });
  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask(form);
    });
  });
})();
