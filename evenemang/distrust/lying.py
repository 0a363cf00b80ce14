"""How a zip lies in its bytes: one list at the end, members one after another, each as its own head says."""

from __future__ import annotations

import struct
from itertools import pairwise
from zipfile import ZipFile, ZipInfo

END = struct.Struct("<4s4H2LH")
HEAD = struct.Struct("<4s5H3L2H")
END_MARK, HEAD_MARK = b"PK\x05\x06", b"PK\x03\x04"
MOST_MEMBERS = 1_000
LARGEST_LIST = 2**20  # bytes
LONGEST_NAME = 255  # bytes
LONGEST_TAIL = 24  # bytes that may follow a member written as a stream: its sizes
STREAMED, UNICODE = 0x8, 0x800
SAID_ALIKE = 0x1 | STREAMED | 0x2000 | UNICODE  # flags that must be the same in list and head
IN_ZIP64 = 0xFFFFFFFF


def end_fault(content: bytes) -> str | None:
    """Return what is wrong with the end of a zip: a word of `refusals.WHYS`, or None.

    Looked at before the list is read: a false end may list a million members.
    """
    at = content.rfind(END_MARK)
    if at < 0 or at > len(content) - END.size:
        return "torn"
    _, disk, first_disk, here, members, size, start, comment = END.unpack_from(content, at)
    if max(here, members) > MOST_MEMBERS or size > LARGEST_LIST:
        return "large"
    lies_well = at == len(content) - END.size and start + size == at and here == members
    return None if lies_well and not (disk or first_disk or comment) else "odd"


def lies_as_it_says(content: bytes, opened: ZipFile) -> bool:
    """Whether the members lie after one another from the first byte to the list, as their heads say."""
    members = sorted(opened.infolist(), key=lambda one: one.header_offset)
    _, _, _, _, count, _, start, _ = END.unpack_from(content, len(content) - END.size)
    if len(members) != count or members[0].header_offset:
        return False
    ends = [_end(content, one) for one in members]
    starts = [one.header_offset for one in members[1:]] + [start]
    return all(
        end is not None and 0 <= begin - end <= (LONGEST_TAIL if one.flag_bits & STREAMED else 0)
        for one, end, begin in zip(members, ends, starts, strict=True)
    ) and all(before.header_offset < after.header_offset for before, after in pairwise(members))


def _end(content: bytes, member: ZipInfo) -> int | None:
    """Return where a member ends; None if its head says something else than the list."""
    at = member.header_offset
    if at + HEAD.size > len(content):
        return None
    mark, _, flags, method, _, _, crc, packed, whole, name_length, extra = HEAD.unpack_from(content, at)
    name = content[at + HEAD.size : at + HEAD.size + name_length]
    coded = member.orig_filename.encode("utf-8" if member.flag_bits & UNICODE else "cp437", "replace")
    if (mark, method, name) != (HEAD_MARK, member.compress_type, coded) or name_length > LONGEST_NAME:
        return None
    if (flags ^ member.flag_bits) & SAID_ALIKE:
        return None
    said = (crc, packed, whole)
    listed = (member.CRC, member.compress_size, member.file_size)
    free = IN_ZIP64 if IN_ZIP64 in (packed, whole) else None
    if not flags & STREAMED and any(
        one not in (other, free) for one, other in zip(said, listed, strict=True)
    ):
        return None
    end: int = at + HEAD.size + name_length + extra + member.compress_size
    return end
