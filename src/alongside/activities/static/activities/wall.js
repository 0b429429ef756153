/* The room screen: new words come by the stream; when the group moves on the server draws the screen anew. */
(() => {
  "use strict";
  if (!window.live) return;
  let was, count, timer;
  const came = () => {
    timer = null;
    window.live.refresh("#wall-came");
  };
  document.addEventListener("live", ({ detail: { now, here, answered } }) => {
    const is = [now.item, now.activity, now.state, now.stage, now.is_shown, now.session, now.room].join();
    const counted = here + "/" + answered;
    if (was !== undefined && was !== is) window.live.refresh();
    else if (count !== undefined && count !== counted && !timer) timer = setTimeout(came, 500); /* the row of beads */
    was = is;
    count = counted;
  });
  document.addEventListener("live-end", () => location.reload());
})();
