"""Opinions: one file for each rule, in a folder for each topic."""
