"""Numbers about a product: pure functions, values in and values out."""
