"""From a byte of UTF-8 to the character it belongs to."""

from __future__ import annotations

_CONTINUATION = bytes(range(0x80, 0xC0))
_STEP = 256


class Offsets:
    """Maps byte offsets of ``text`` in UTF-8 to code points, each in constant time."""

    __slots__ = ("_counts", "_data", "ascii")

    def __init__(self, text: str, data: bytes) -> None:
        self.ascii = len(text) == len(data)
        self._data = data
        self._counts = [0]
        if not self.ascii:
            count = 0
            for at in range(0, len(data), _STEP):
                count += len(data[at : at + _STEP].translate(None, _CONTINUATION))
                self._counts.append(count)

    def __call__(self, offset: int) -> int:
        """The number of code points before byte ``offset``."""
        if self.ascii:
            return offset
        step = offset // _STEP
        return self._counts[step] + len(self._data[step * _STEP : offset].translate(None, _CONTINUATION))
