"""The PO file: read strictly, keep every byte, write."""
