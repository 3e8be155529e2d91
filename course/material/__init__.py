"""Material: a web page, mail, letter, chat, notification, poster, reviews or note that looks like what it is.

From data to a tree of elements. Everything that shows material makes it from that tree: Python the HTML for the text of
a lesson, for feedback and for the instructor, and an exercise on the page its own elements.
"""

from course.material.forms import FORMS, tree
from course.material.markup import SLOT, Node, as_html, count_read
from course.material.prose import paragraphs

__all__ = ["FORMS", "SLOT", "Node", "as_html", "count_read", "paragraphs", "tree"]
