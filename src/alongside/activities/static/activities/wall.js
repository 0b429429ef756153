/* The room screen: new words come by the stream; when the group moves on the server draws the screen anew. */
(() => {
  "use strict";
  if (!window.live) return;
  let was;
  document.addEventListener("live", ({ detail: { now } }) => {
    const is = [now.item, now.activity, now.state, now.is_shown, now.session].join();
    if (was !== undefined && was !== is) window.live.refresh();
    was = is;
  });
  document.addEventListener("live-end", () => location.reload());
})();
