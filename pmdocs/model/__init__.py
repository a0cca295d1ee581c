"""One item: what each kind of document holds, and how it is read from nodes."""
