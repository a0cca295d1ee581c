"""Pictures of a product: one folder for each view.

A view is a function `build(project, …)` that gives plain values (ids, titles,
numbers, no markup) and a Jinja template beside it that turns them into HTML. A
template gets the values as `view`, and from the site `url(id)`,
`page_url(name)`, `md(text)` and `words(text)`. What templates share is in
`parts.html`. A template is named by its path from here: `roadmap/roadmap.html`.
"""
