"""What a country or region makes of the guidelines: a function from raw doctrees to raw doctrees.

``blocks`` says what a block consists of, part by part; ``overlays`` what was written about it; ``checking`` what may
be done; ``resolving`` does it; ``drift`` says what has changed since; ``annex`` lists every change with both texts.
Nothing here knows Sphinx, a language of publication or a file format.
"""
