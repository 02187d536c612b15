"""What adapters do: see how their text stands to the guidelines, compare, accept, and write down every deviation."""
