"""The catalogue: YAML to models, strict, every fault at once; the only home of YAML and of CEL."""

from evenemang.catalogue.checking import check
from evenemang.catalogue.conditions import compile_condition
from evenemang.catalogue.fault import Fault
from evenemang.catalogue.loading import load_content

__all__ = ["Fault", "check", "compile_condition", "load_content"]
