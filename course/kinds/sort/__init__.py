"""Sort: put every card in a category."""
