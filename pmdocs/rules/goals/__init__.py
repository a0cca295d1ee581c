"""Whether goals can be measured, and what was measured and learned."""
