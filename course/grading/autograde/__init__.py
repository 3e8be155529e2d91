"""nbgrader's steps for grading, for an assignment of our exercises: the instructor's notebook and no kernel."""
