"""Sheets for native reviewers: a table in Word or in a browser goes out, approvals and comments come back by id."""
