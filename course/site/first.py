"""Goes to the browser as ``piplite``: what the kernel imports before anything else.

The folder of a notebook is no place to import from, as `ignore_cwd` says of any kernel of the course. Pyodide puts it
first all the same, and then each import waits until the page has told what is there.
"""

import sys

sys.path[:] = filter(None, sys.path)
