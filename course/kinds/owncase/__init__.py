"""OwnCase: one's own page, mail or talk, in small fields."""
