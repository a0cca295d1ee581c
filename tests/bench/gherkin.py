"""Time the reading of many `.feature` files, beside Cucumber's parser alone: see README.md."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from gherkin.parser import Parser

from pmdocs.source.gherkin import read_feature
from pmdocs.text import Source

if TYPE_CHECKING:
    from collections.abc import Callable

FEATURES = Path(__file__).parents[3] / "shared" / "data" / "sylius-features"
ROUNDS = 3


def seconds(act: Callable[[Source], object], sources: list[Source]) -> float:
    """The shortest of some rounds over all files, in seconds of the processor."""
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        for source in sources:
            act(source)
        times.append(time.process_time() - begun)
    return min(times)


def main() -> None:
    """Print how long both take, and how many times as long we do."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=FEATURES)
    folder = options.parse_args().folder
    paths = sorted(folder.rglob("*.feature"))
    sources = [Source(str(path), path.read_text("utf-8")) for path in paths]
    if not sources:
        print(f"no .feature files in {folder}")
        return
    count = sum(len(one.scenarios) for source in sources if (one := read_feature(source)[0]))
    parser = seconds(lambda source: Parser().parse(source.text), sources)
    ours = seconds(read_feature, sources)
    print(f"{len(sources):,} files, {count:,} scenarios")
    print(f"  the parser alone  {parser:6.2f} s")
    print(f"  pmdocs            {ours:6.2f} s  ({ours / parser:.2f} times)")


if __name__ == "__main__":
    main()
