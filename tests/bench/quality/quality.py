"""What the tests of quality share: the modules under test, the programs, golden files."""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path += [str(ROOT / folder) for folder in ("bench/quality", "tests/cli", "tests/support")]
