"""How we work: techniques under the five principles of co-production (the shape of table 3 of Bayley et al. 2025)."""
