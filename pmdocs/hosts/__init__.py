"""Site builders: each carries the pages into one of them."""
