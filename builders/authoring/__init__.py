"""What authors do: check, preview, begin a block; used by the commands only."""
