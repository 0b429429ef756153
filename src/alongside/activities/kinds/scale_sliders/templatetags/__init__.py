"""Words and lists of this kind for its templates."""
