/* A finger or mouse that slides along a scale takes the dot with it. Keys and single presses work without this. */
document.querySelectorAll("[data-slide]").forEach((row) => {
  "use strict";
  const follow = (event) => {
    if (!event.buttons || !row.hasPointerCapture(event.pointerId)) return;
    const stops = [...row.querySelectorAll(".stop")];
    const near = (stop) => {
      const { left, width } = stop.getBoundingClientRect();
      return Math.abs(left + width / 2 - event.clientX);
    };
    const input = stops.reduce((best, stop) => (near(stop) < near(best) ? stop : best)).querySelector("input");
    if (input.checked) return;
    input.checked = true;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  row.addEventListener("pointermove", (event) => {
    if (event.buttons && !row.hasPointerCapture(event.pointerId)) row.setPointerCapture(event.pointerId);
    follow(event);
  });
});
