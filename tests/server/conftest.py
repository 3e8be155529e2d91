"""A real server for a module, on the folder that its own fixture `served` makes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import Server, free_port


@pytest.fixture(scope="module")
def server(served: Path) -> Iterator[Server]:
    """As a participant opens it who follows the README."""
    server = Server(served, free_port())
    server.start()
    yield server
    server.kill()
