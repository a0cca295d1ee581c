"""Run the command line as `python -m pmdocs`."""

from pmdocs.cli import main

main(prog_name="pmdocs")
