/* The run sheet: numbers and time come by the stream; lists are drawn anew by the server, never under busy hands. */
(() => {
  "use strict";
  if (!window.live) return;
  let was, timer;
  document.addEventListener("live", ({ detail: { now, here, answered } }) => {
    const is = [now.item, now.activity, now.state, now.is_shown, now.session, now.ends, now.left, here, answered].join();
    if (was !== undefined && was !== is && !timer)
      timer = setTimeout(() => {
        timer = null;
        window.live.refresh();
      }, 1000);
    was = is;
  });
  document.addEventListener("live-end", () => location.reload());
})();
