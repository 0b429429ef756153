"""What changed: each recommendation, its answer and its impact, by round (table 4 of Bayley et al. 2025)."""
