"""The catalogue: YAML to models, strict, every fault at once; the only home of YAML and of CEL."""

from evenemang.catalogue.areas import area_in, read_area
from evenemang.catalogue.checking import check, check_text
from evenemang.catalogue.conditions import compile_condition
from evenemang.catalogue.earlier import KeptVersions
from evenemang.catalogue.fault import Fault, written
from evenemang.catalogue.loading import load_content
from evenemang.catalogue.publishing import publish
from evenemang.catalogue.retention import read_retention
from evenemang.catalogue.writing import yaml_of

__all__ = [
    "Fault",
    "KeptVersions",
    "area_in",
    "check",
    "check_text",
    "compile_condition",
    "load_content",
    "publish",
    "read_area",
    "read_retention",
    "written",
    "yaml_of",
]
