"""Exchange with translators' own programs: XLIFF, TMX and TBX, out and in, so that nothing is lost on the way."""
