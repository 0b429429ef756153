"""Home: pages that cross capabilities, such as the front page and a facilitator's day."""
