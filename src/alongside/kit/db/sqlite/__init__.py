"""Django's SQLite backend with the first-come gate. Named in settings as the engine."""
