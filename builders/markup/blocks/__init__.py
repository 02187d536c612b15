"""The types of blocks that authors may write, one module a type."""
