"""Defects as translators and machines make them, and odd texts that are right, for the benchmark of the checks.

Nobody who has read the rules of the checks has written them, and nothing here may be taken from those rules.
"""
