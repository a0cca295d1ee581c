"""What tests have shown: results of test runners, read from the files that they write."""
