"""The repository's files, as the tests of its architecture read them."""
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


def tracked(*patterns):
    """Paths from ROOT of what git tracks, or would track: "*.h", or everything without patterns."""
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
                            cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    if not listed:  # an exported tree without git
        listed = [str(p.relative_to(ROOT)) for pattern in (patterns or ("*",)) for p in ROOT.rglob(pattern)
                  if p.is_file() and not str(p.relative_to(ROOT)).startswith(("build", ".git/"))]
    return [path for path in listed if (ROOT / path).is_file()]


def text_of(path):
    return (ROOT / path).read_text(encoding="utf-8")
