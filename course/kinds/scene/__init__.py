"""Scene: the page tries something on the reader, and then says what it was."""
