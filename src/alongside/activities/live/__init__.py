"""The live room: answers come in and are kept at once; every screen of the room shows the newest state.

An answer goes to one writer thread, which keeps whatever came in meanwhile in one transaction (`writer`, `writing`)
and only then says so. A painter thread makes the newest state of a room once (`state`, `tallies`), and the event loop
hands the same bytes to everybody (`hub`, `channel`). `app` is the raw ASGI part that config/asgi.py mounts at /live/.
"""
