"""The pictures in our documents are made by the stories, so that they show what there is.

They are written only when asked for: `MAKE_PICTURES=yes ./check`, or one story by itself with that set.
"""

import base64
import os
import struct
import zlib

from playwright.sync_api import Page

from tests.guards.source import ROOT

FOLDER = ROOT / "docs" / "pictures"
LARGEST = 250_000
# The README's picture: the series on a laptop, and before it a phone that shows what changed.
FRAME = """<!doctype html><html lang="en"><style>
  body { margin: 0; width: 1280px; height: 720px; background: #f6f4ef; position: relative; overflow: hidden }
  img { position: absolute; display: block; background: #fff }
  .laptop { left: 40px; top: 36px; width: 1010px; border: 10px solid #10282b; border-radius: 14px }
  .phone { right: 44px; top: 88px; width: 272px; border: 9px solid #10282b; border-radius: 30px;
           box-shadow: 0 0 0 6px #f6f4ef }
</style><body><img class="laptop" src="LAPTOP" alt=""><img class="phone" src="PHONE" alt=""></body></html>"""


# A picture's 256 commonest colours, and for each dot the nearest of them.
PALETTE = """async link => {
  const picture = new Image(); picture.src = link; await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.width; canvas.height = picture.height;
  const pen = canvas.getContext("2d"); pen.drawImage(picture, 0, 0);
  const dots = pen.getImageData(0, 0, canvas.width, canvas.height).data;
  const counts = new Map(), keys = [];
  for (let at = 0; at < dots.length; at += 4) {
    const key = dots[at] << 16 | dots[at + 1] << 8 | dots[at + 2];
    keys.push(key); counts.set(key, (counts.get(key) || 0) + 1);
  }
  const parts = key => [key >> 16, key >> 8 & 255, key & 255];
  const far = (a, b) => { const p = parts(a), q = parts(b); return Math.hypot(p[0]-q[0], p[1]-q[1], p[2]-q[2]) };
  const colours = [];
  for (const [key] of [...counts].sort((a, b) => b[1] - a[1]))
    if (colours.length < 256 && colours.every(one => far(one, key) > 9)) colours.push(key);
  const nearest = new Map();
  for (const key of counts.keys())
    nearest.set(key, colours.reduce((best, one, at) => far(one, key) < far(colours[best], key) ? at : best, 0));
  return {width: canvas.width, colours: colours.flatMap(parts), dots: keys.map(key => nearest.get(key))};
}"""


def picture_of(desk: Page, phone: Page) -> None:
    """The README's one picture."""
    if not os.environ.get("MAKE_PICTURES"):
        return
    desk.goto("/series/")
    desk.get_by_role("main").locator("ul.rows a").first.click()
    page = desk.context.browser.new_page(viewport={"width": 1280, "height": 720})
    html = FRAME.replace("LAPTOP", _as_link(desk)).replace("PHONE", _as_link(phone))
    page.set_content(html)
    page.wait_for_timeout(500)
    whole = "data:image/png;base64," + base64.b64encode(page.screenshot()).decode()
    _keep("alongside.png", _png(**page.evaluate(PALETTE, whole)))
    page.close()


def _as_link(page: Page) -> str:
    page.evaluate("window.scrollTo(0, 0)")
    return "data:image/png;base64," + base64.b64encode(page.screenshot(scale="css")).decode()


def _png(width: int, colours: list[int], dots: list[int]) -> bytes:
    """A picture with a palette, as the PNG standard lays it out."""
    rows = b"".join(b"\0" + bytes(dots[at : at + width]) for at in range(0, len(dots), width))
    head = struct.pack(">IIBBBBB", width, len(dots) // width, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", bytes(colours)), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def _keep(name: str, picture: bytes) -> None:
    assert len(picture) <= LARGEST, f"{name} has {len(picture)} bytes; make it smaller"
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / name).write_bytes(picture)
