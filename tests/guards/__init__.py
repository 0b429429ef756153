"""The architecture as tests: what design and conventions promise, a machine checks."""
