"""Read by every kernel of the environment that the course is installed in."""

c.InteractiveShellApp.extensions = ["course.kernel"]  # noqa: F821  (IPython provides c)
# The folder of a hand-in is a participant's: a file in it that is called like something that we import is not imported.
c.InteractiveShellApp.ignore_cwd = True  # noqa: F821
