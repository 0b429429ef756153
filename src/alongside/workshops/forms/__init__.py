"""What people type: on the phone and at the desk. Forms check; they never save."""
