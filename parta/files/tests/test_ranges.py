import pytest

from parta.files.ranges import ByteRange, Unsatisfiable, read_range


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("bytes=0-0", ByteRange(0, 1)),
        ("bytes=0-", ByteRange(0, 100)),
        ("bytes=99-", ByteRange(99, 100)),
        ("bytes=10-19", ByteRange(10, 20)),
        ("bytes=10-1000", ByteRange(10, 100)),
        ("bytes=-1", ByteRange(99, 100)),
        ("bytes=-1000", ByteRange(0, 100)),
        ("bytes=0-0,5-6", None),
        ("bytes=20-10", None),
        ("bytes=-", None),
        ("lines=1-2", None),
        ("bytes=a-b", None),
        ("bytes=١-٢", None),
        (None, None),
    ],
)
def test_one_range_or_the_whole_file(header, wanted):
    assert read_range(header, size=100) == wanted


@pytest.mark.parametrize(
    ("header", "size"), [("bytes=100-", 100), ("bytes=-0", 100), ("bytes=0-", 0), ("bytes=-5", 0)]
)
def test_a_range_outside_the_file_is_unsatisfiable(header, size):
    with pytest.raises(Unsatisfiable):
        read_range(header, size=size)
