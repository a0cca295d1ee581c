"""What is wrong with the ways in which a team lives with rules: comments, baseline, own rules."""
