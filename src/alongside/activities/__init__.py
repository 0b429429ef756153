"""Activities: what people do together in a session, each kind one folder under kinds/.

Whatever the kind, a contribution has one shape: who (or nobody), when, the validated answer, its plain words.
"""
