/* The room screen, light or dark: as <html data-look> says, or (“machine”) as this machine is set. Runs before the page
   is drawn, and again whenever the facilitators or the machine say otherwise. */
(() => {
  "use strict";
  const root = document.documentElement, light = window.matchMedia("(prefers-color-scheme: light)");
  const draw = () => {
    const { look } = root.dataset;
    root.classList.toggle("dark", look === "dark" || (look === "machine" && !light.matches));
  };
  draw();
  if (light.addEventListener) light.addEventListener("change", draw);
  new MutationObserver(draw).observe(root, { attributeFilter: ["data-look"] });
})();
