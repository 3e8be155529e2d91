"""Write the table for instructors: ``python -m tests.collect.downloads``."""

from tests.collect.downloads.table import PAGE, page

PAGE.write_text(page(), "utf-8")
