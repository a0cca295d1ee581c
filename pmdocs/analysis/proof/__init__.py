"""Whether it is shown that a criterion holds, and how much of a story or a plan is proven."""
