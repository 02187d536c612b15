"""The demonstration: an edit, its translations, wrong ones and right ones, beside what stock Sphinx does with them."""
