"""QR codes as one small SVG path, so they print sharp and need no image request."""

import segno


def path_of(address: str) -> tuple[int, str]:
    """The side length in modules and the SVG path of the dark modules of the QR code for `address`."""
    rows = segno.make(address, error="m", micro=False).matrix
    parts = []
    for y, row in enumerate(rows):
        for start, length in _runs(bytes(row)):
            parts.append(f"M{start} {y}h{length}v1h-{length}z")
    return len(rows), "".join(parts)


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Where dark modules start in a row and how many follow each other."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs
