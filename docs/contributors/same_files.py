"""Says which artifacts of several manifests are not the same, and ends with 1 where there are any."""

import json
import sys
from collections import defaultdict
from pathlib import Path


def differences(manifests: dict[str, bytes]) -> list[str]:
    """Return the paths whose checksum is not the same in all *manifests*, or that some of them lack."""
    sums: dict[str, list[str]] = defaultdict(list)
    for manifest in manifests.values():
        for record in json.loads(manifest)["artifacts"]:
            sums[record["path"]].append(record["sha256"])
    return sorted(path for path, found in sums.items() if len(found) < len(manifests) or len(set(found)) > 1)


if __name__ == "__main__":
    different = differences({path: Path(path).read_bytes() for path in sys.argv[1:]})
    print("\n".join(different) or f"the same artifacts in {len(sys.argv) - 1} manifests")
    sys.exit(bool(different) or len(sys.argv) < 3)
