"""Everything together: settings, items, the links between them, and queries."""
