/* The one door for text that becomes HTML. htmx hands each answer of our own server to the browser's parser, which
   builds a document of its own that runs nothing; that is let through. Everything else that would turn text into
   HTML or code is refused. */
if (window.trustedTypes) {
  const inert = ["DOMParser parseFromString", "Document parseHTMLUnsafe"];
  trustedTypes.createPolicy("default", {
    createHTML: (text, _type, sink) => (inert.includes(sink) ? text : null),
  });
}
