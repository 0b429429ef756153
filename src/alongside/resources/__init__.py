"""Resources: what is made together, in named versions that a change can point at."""
