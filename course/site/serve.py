"""Give the static site to a browser on this machine."""

from __future__ import annotations

import webbrowser
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class StaticFiles(SimpleHTTPRequestHandler):
    """As any web server that gives files and nothing else."""

    extensions_map = {  # noqa: RUF012  (as in the class above it)
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_args: Any) -> None:
        """Say nothing of each file."""


def site_server(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """A server of `folder`, on a free port unless one is given. It has not begun yet."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(StaticFiles, directory=str(folder)))


def serve(folder: Path) -> None:
    """Serve `folder` and open it, until one stops it."""
    with site_server(folder) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        print(address)
        webbrowser.open(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
