"""JSON Schema of the content files, for editors: `python -m evenemang.catalogue.schema docs/schema`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from evenemang.catalogue.kinds import MODELS


def schemas() -> dict[str, str]:
    """Return each schema's file name and text."""
    return {f"{kind}.schema.json": _schema(kind) for kind in MODELS}


def _schema(kind: str) -> str:
    model = next(model for name, model in MODELS.items() if name == kind)
    schema = model.model_json_schema(by_alias=True)
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(dialect | schema, ensure_ascii=False, indent=2) + "\n"


def write(folder: Path) -> None:
    """Write the schemas anew."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
