"""What translators do: update, see the state, review, exchange, work offline, merge."""
