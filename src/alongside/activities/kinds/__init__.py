"""The kinds of activity: one folder each. Nobody imports one by name; `activities.registry` finds them."""
