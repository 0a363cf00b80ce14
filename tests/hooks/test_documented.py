"""Every hook is told in docs/hooks.md, and the example there is the one we install."""

import re
from pathlib import Path

import pytest

from evenemang.hooks import collect, specs
from tests.installing import THIRD_PARTY, Installer

PAGE = (Path(__file__).parents[2] / "docs" / "hooks.md").read_text(encoding="utf-8")
HOOKS = [name for name in vars(specs) if name.startswith("register_")]


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_is_documented(hook: str) -> None:
    assert f"| `{hook}` |" in PAGE


def test_the_example_of_a_rule_comes_in_as_it_stands_there(installer: Installer) -> None:
    (source,) = [
        one for one in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if "register_rules" in one
    ]
    installer.install("evenemang-marathon", source)

    assert "marathon.posts" in [one.id for one in collect().rules]


def test_the_example_is_the_one_that_is_installed_in_the_tests() -> None:
    source = (THIRD_PARTY / "evenemang_marathon.py").read_text(encoding="utf-8")

    assert source.partition("\n\n")[2] in PAGE
