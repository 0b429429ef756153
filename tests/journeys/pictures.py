"""The pictures in our documents are made by the stories, so that they show what there is.

They are written only when asked for: `MAKE_PICTURES=yes ./check`, or one story by itself with that set.
"""

import base64
import os

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
    _keep("alongside.png", page.screenshot())
    page.close()


def _as_link(page: Page) -> str:
    page.evaluate("window.scrollTo(0, 0)")
    return "data:image/png;base64," + base64.b64encode(page.screenshot(scale="css")).decode()


def _keep(name: str, picture: bytes) -> None:
    assert len(picture) <= LARGEST, f"{name} has {len(picture)} bytes; make it smaller"
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / name).write_bytes(picture)
