"""One folder for each report; registry.py finds them."""
