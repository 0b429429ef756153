"""Pages: a partner's phone, and the team's desk."""
