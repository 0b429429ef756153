"""Stories in a real browser, told as given, when, then; each step is also checked with axe."""
