"""What a file that somebody brings is, made harmless where it can be, and refused where it cannot."""

from evenemang.attachments.kinds import KINDS, FileKind
from evenemang.attachments.looking import Looked, look, thumbnail

__all__ = ["KINDS", "FileKind", "Looked", "look", "thumbnail"]
