"""What has no field word: access, own words, audit, mail, stores, drawing pages, testing. It knows no capability."""
