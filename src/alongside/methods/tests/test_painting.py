"""Painted pictures are PNG files that any reader opens, with each shape where it was asked for."""

import io

from PIL import Image

from alongside.methods.painting import paint

SKY, SUN, HILL = (10, 20, 30), (250, 200, 0), (0, 120, 0)


def test_shapes_lie_where_they_were_painted_and_later_ones_cover_earlier_ones():
    shapes = [("oval", SUN, 30, 10, 5, 5), ("box", HILL, 20, 25, 20, 5), ("oval", SKY, 20, 25, 2, 2)]
    image = Image.open(io.BytesIO(paint(40, 30, SKY, shapes))).convert("RGB")
    assert image.size == (40, 30)
    wanted = {(0, 0): SKY, (30, 10): SUN, (36, 10): SKY, (5, 25): HILL, (20, 25): SKY, (39, 29): HILL}
    assert {place: image.getpixel(place) for place in wanted} == wanted


def test_the_same_shapes_make_the_same_few_bytes():
    painted = paint(160, 120, SKY, [("oval", SUN, 80, 60, 20, 20)])
    assert painted == paint(160, 120, SKY, [("oval", SUN, 80, 60, 20, 20)])
    assert len(painted) < 1500
