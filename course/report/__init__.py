"""The class report: what a group did with an assignment, by name and to show in class."""
