"""Publishing: plan the units, build them side by side, cache, dist tree, manifest, portal."""
