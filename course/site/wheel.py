"""Wheels for the browser: equal bytes for equal files."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The moment of every file in a zip; Python needs none of them."""


@dataclass(frozen=True)
class Wheel:
    """A package of pure Python for Pyodide.

    Attributes:
        name: of the distribution, as the lock spells it.
        version: of the distribution.
        files: by their path in the wheel.
    """

    name: str
    version: str
    files: Mapping[str, bytes]

    @property
    def file_name(self) -> str:
        """As a wheel has to be called."""
        return f"{self.name.replace('-', '_')}-{self.version}-py3-none-any.whl"

    def packed(self) -> bytes:
        """The wheel itself."""
        about = f"{self.name.replace('-', '_')}-{self.version}.dist-info"
        required = {
            f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {self.name}\nVersion: {self.version}\n".encode(),
            f"{about}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            f"{about}/RECORD": b"",
        }
        return zipped({**required, **self.files})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of `files`, by their paths."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(path, LONG_AGO), data, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


def entry_of(wheel: Wheel, packed: bytes, address: str) -> dict[str, object]:
    """What the lock of Pyodide says of a wheel at `address`. It needs nothing else: all are asked for by name."""
    return {
        "name": wheel.name,
        "version": wheel.version,
        "file_name": address,
        "sha256": hashlib.sha256(packed).hexdigest(),
        "package_type": "package",
        "install_dir": "site",
        "imports": [],
        "depends": [],
        "unvendored_tests": False,
        "tool": {},
    }
