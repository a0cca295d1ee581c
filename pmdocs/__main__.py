"""Run the command line as `python -m pmdocs`."""

from pmdocs.cli import run

run()
