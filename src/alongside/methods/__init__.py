"""Pure algorithms: what one could put in a paper's methods section. No Django, strictly typed, publishable alone."""
