"""Numbers of every language: the words for them, months, hours, and how digits are grouped."""
