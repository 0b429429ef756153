"""Projects: the team, its roles, its working definition, and its partners under project pseudonyms.

Here a person becomes a partner: `Partner.pseudonym` is a keyed hash of the person, and the key
can be destroyed at the end of the project.
"""
