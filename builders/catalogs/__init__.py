"""Catalogs: read strictly, look up, measure, extract and update."""
