"""Texts from outside without what would drive a terminal: each control character becomes a picture of it."""

_LINE_BREAKS = {"\n": "␊", "\t": "␉", "\u2028": "␤", "\u2029": "␤"}
_UNSEEN = [*range(0x80, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_PICTURES = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in _LINE_BREAKS},
    0x7F: 0x2421,
    **dict.fromkeys(_UNSEEN, 0xFFFD),  # C1, and what turns the direction of writing
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),  # halves of pairs, and bytes that were no text
}
_ONE_LINE = {**_PICTURES, **{ord(mark): ord(picture) for mark, picture in _LINE_BREAKS.items()}}


def harmless(text: str) -> str:
    """The text with pictures in place of control characters, one for one: `␛[2J`. Lines stay lines."""
    return text if text.isprintable() else text.translate(_PICTURES)


def in_one_line(text: str) -> str:
    """The same with pictures of line breaks and tabs, too."""
    return text if text.isprintable() else text.translate(_ONE_LINE)
