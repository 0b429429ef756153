/* The one door for text that becomes HTML. htmx hands each answer of our own server to DOMParser, which builds a
   document that runs nothing; that is allowed. Everything else that would turn text into HTML or code is refused. */
if (window.trustedTypes) {
  trustedTypes.createPolicy("default", {
    createHTML: (text, _type, sink) => (sink === "DOMParser parseFromString" ? text : null),
  });
}
