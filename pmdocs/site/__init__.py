"""Pages: a project as finished HTML, whatever builds the site around it."""
