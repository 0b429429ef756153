"""What goes wrong in a hall and in a cupboard with a server in it: killed, cut off, all at once."""
