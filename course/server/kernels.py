"""A kernel that finds no modules in the folder of its notebook.

JupyterLab starts a kernel as soon as a notebook is opened, in the folder of that notebook. There Python would take
``ipykernel_launcher.py``, and whatever else it looks for, from beside the notebook: opening a hand-in would run it.
"""

from __future__ import annotations

import os
from typing import Any

from jupyter_server.services.kernels.kernelmanager import ServerKernelManager

SAFE = {"PYTHONSAFEPATH": "1"}
"""Python, and IPython after it, leave the working folder out of the places where modules are looked for."""


class SafeKernel(ServerKernelManager):
    """Jupyter Server's own, with a safe path from the first line of Python on."""

    async def start_kernel(self, *args: Any, **kwargs: Any) -> None:  # type: ignore[override]  # as in Jupyter's
        """As always; a restart comes along here too."""
        kwargs["env"] = {**(kwargs.get("env") or os.environ), **SAFE}
        await super().start_kernel(*args, **kwargs)
