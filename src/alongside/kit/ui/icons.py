"""The icons: one drawing each on a 24 by 24 grid, drawn with a line in the colour of the words beside it."""

FLIPPED_IN_RTL = frozenset({"next", "right", "left", "send", "undo", "leave", "list", "enter", "route"})

ICONS = {
    "again": '<path d="M20 11a8 8 0 1 0-2.3 6.3M20 4v7h-7"/>',
    "alert": '<path d="M12 3.5 22 20.5H2zM12 10v5M12 17.8v.1"/>',
    "ask": '<path d="M6 21V4M6 5h12l-3 4 3 4H6"/>',
    "bars": '<path d="M5 20V11M12 20V4M19 20v-6"/>',
    "book": '<path d="M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2zM12 6v14"/>',
    "calendar": '<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8.5 3v4M15.5 3v4"/>',
    "card": '<rect x="3" y="5" width="18" height="14" rx="2"/>'
    '<path d="M9.8 10a2.3 2.3 0 1 1 3.2 2c-.7.3-1 .8-1 1.5M12 16v.1"/>',
    "change": '<path d="M12 21v-9M12 13C12 8 8.5 6 4 6c0 5 3 7 8 7zM12 15c0-5 3-8 8-8 0 5-3 8-8 8z"/>',
    "chat": '<path d="M4 4h13v9H9l-4 3v-3H4zM20 9v8h-1v3l-4-3h-4"/>',
    "check": '<path d="m5 12.5 5 5L19.5 7"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "cup": '<path d="M5 8h12v7a5 5 0 0 1-5 5h-2a5 5 0 0 1-5-5z'
    "M17 10h1.5a2.5 2.5 0 0 1 0 5H17M9 2.5c-1 1 1 2 0 3"
    'M13 2.5c-1 1 1 2 0 3"/>',
    "decide": '<path d="m12 3 9 9-9 9-9-9zM8.5 12l2.5 2.5 4.5-5"/>',
    "door": '<path d="M6 21V3h12v18M3 21h18M14.5 12v.1"/>',
    "download": '<path d="M12 4v11M7 10.5l5 5 5-5M4 20h16"/>',
    "enter": '<path d="M10 4H5v16h5M14 8l4 4-4 4M18 12H9"/>',
    "eye": '<path d="M3 12c2-4 5.5-6 9-6s7 2 9 6c-2 4-5.5 6-9 6s-7-2-9-6z"/>'
    '<circle cx="12" cy="12" r="2.6"/>',
    "eyeoff": '<path d="M3 12c2-4 5.5-6 9-6s7 2 9 6c-2 4-5.5 6-9 6s-7-2-9-6zM4 20 20 4"/>',
    "globe": '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"/>',
    "heart": '<path d="M12 20S4 15 4 9.5A4 4 0 0 1 12 8a4 4 0 0 1 8 1.5C20 15 12 20 12 20z"/>',
    "home": '<path d="M4 11.5 12 4l8 7.5M6 10v10h12V10M10 20v-6h4v6"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.1"/>',
    "key": '<circle cx="8" cy="15" r="4"/><path d="m11 12 8-8M16 7l3 3"/>',
    "leave": '<path d="M14 4h5v16h-5M10 8l-4 4 4 4M6 12h9"/>',
    "left": '<path d="m15 5-7 7 7 7"/>',
    "letter": '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m4 7 8 6 8-6"/>',
    "link": '<path d="M10 14a4 4 0 0 0 6 0l3-3a4.2 4.2 0 0 0-6-6l-1 1'
    'M14 10a4 4 0 0 0-6 0l-3 3a4.2 4.2 0 0 0 6 6l1-1"/>',
    "list": '<path d="M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1"/>',
    "lock": '<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>',
    "merge": '<path d="M5 4c0 6 7 6 7 12v4M19 4c0 6-7 6-7 12"/>',
    "mic": '<rect x="9" y="3" width="6" height="11" rx="3"/><path d="'
    'M5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21"/>',
    "minus": '<path d="M5 12h14"/>',
    "nest": '<rect x="3" y="4" width="18" height="16" rx="3"/>'
    '<rect x="8" y="10" width="9" height="6" rx="1.5"/>',
    "next": '<path d="M5 12h14M13 6l6 6-6 6"/>',
    "notes": '<path d="M4 4h16v11l-5 5H4zM20 15h-5v5M8 9h8M8 13h4"/>',
    "paper": '<path d="M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7"/>',
    "pause": '<path d="M8 5v14M16 5v14"/>',
    "pencil": '<path d="m4 20 1-4L16 5l3 3L8 19zM14 7l3 3"/>',
    "people": '<circle cx="9" cy="8" r="3.5"/>'
    '<path d="M2.5 20c0-4 3-6.5 6.5-6.5s6.5 2.5 6.5 6.5M16 5a3.2 3.2 0 0 1 0 6M18 14c2.3.8 3.5 2.9 3.5 6"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c0-4.2 3.4-7 7.5-7s7.5 2.8 7.5 7"/>',
    "phone": '<path d="'
    "M6 3h3l1.8 4.5-2.3 1.8a12 12 0 0 0 6.2 6.2l1.8-2.3L21 15v3c0 1.7-1.3 3-3 3C10.3 20.5 3.5 13.7 3 6"
    'c0-1.7 1.3-3 3-3z"/>',
    "play": '<path d="M8 5v14l11-7z"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "pound": '<path d="'
    'M17 7.5C16.5 5.5 15 4 13 4c-2.5 0-4.5 2-4.5 4.8 0 3.2 1.5 4.7 1.5 7.2 0 2-1 3-2.5 4H17.5M6 13h8"/>',
    "print": '<path d="M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z"/>',
    "qr": '<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v2M14 20h2M19 19h1v1"/>',
    "record": '<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="3.5" fill="currentColor"/>',
    "right": '<path d="m9 5 7 7-7 7"/>',
    "route": '<path d="M5 4v6a4 4 0 0 0 4 4h10M15 10l4 4-4 4M5 14v6"/>',
    "scissors": '<circle cx="6" cy="6" r="2.8"/><circle cx="6" cy="18" r="2.8"/><path d="'
    'M8.3 7.5 20 17M8.3 16.5 20 7"/>',
    "screen": '<rect x="3" y="4" width="18" height="12" rx="1.5"/><path d="M8 20h8M12 16v4"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "send": '<path d="M21 4 3 11l7 3 3 7zM10 14l5-5"/>',
    "shield": '<path d="M12 3 5 6v6c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6zM9 12l2.2 2.2L15 10"/>',
    "signal": '<path d="M3 9c5.5-5 12.5-5 18 0M6.5 13c3.3-3 7.7-3 11 0M12 17.5v.1M4 21 20 3"/>',
    "slides": '<rect x="3" y="4" width="18" height="12" rx="1.5"/><path d="M12 16v4'
    'M8 21l4-2 4 2M7 8h7M7 12h4"/>',
    "speech": '<path d="M4 5h16v11H10l-5 4v-4H4z"/>',
    "theme": '<circle cx="9" cy="9" r="5"/><circle cx="15.5" cy="10.5" r="5"/>'
    '<circle cx="11" cy="15.5" r="5"/>',
    "undo": '<path d="M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3"/>',
    "up": '<path d="M12 20V5M6 11l6-6 6 6"/>',
    "video": '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m10 9 5 3-5 3z"/>',
}
