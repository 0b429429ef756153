"""Who came: registrations, agreements and visits by round (the shape of table 2 of Bayley et al. 2025)."""
