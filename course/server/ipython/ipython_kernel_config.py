"""Read by every kernel of the environment that the course is installed in."""

c.InteractiveShellApp.extensions = ["course.kernel"]  # noqa: F821  (IPython provides c)
