"""Plan: one's own answers from the whole course on a page to take along."""
