"""How fast is it, beside others? Two programs that print figures; README.md says how to run them."""
