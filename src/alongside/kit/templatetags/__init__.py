"""Template tags of the kit: `{% load ui %}`."""
