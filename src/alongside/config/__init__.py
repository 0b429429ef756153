"""How the parts are put together: settings, addresses, the server, and the `alongside` command.

Nothing here knows a rule of the field; it only names the capabilities and starts them.
"""
