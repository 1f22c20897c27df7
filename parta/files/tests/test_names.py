import pytest

from parta.files.names import display_name, extension


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Сочинение.docx", "Сочинение.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\photo.JPG", "photo.JPG"),
        ("annexe\u202egpj.exe", "annexegpj.exe"),
        ("a\u2066b\u2069\u200f.txt", "ab.txt"),
        ("line\r\nSet-Cookie: x=1.txt", "line Set-Cookie: x=1.txt"),
        ("nul\x00l.txt", "null.txt"),
        ("  много   пробелов .txt ", "много пробелов .txt"),
        ("setup.exe. . ", "setup.exe"),
        ("👨\u200d👩\u200d👧.png", "👨\u200d👩\u200d👧.png"),
        ("и\u0306.txt", "й.txt"),
        ("", "file"),
        ("...", "file"),
        ("/", "file"),
        ("\u202e", "file"),
    ],
)
def test_a_name_shows_what_it_is(raw, shown):
    assert display_name(raw) == shown


def test_a_long_name_keeps_its_extension():
    shown = display_name("ы" * 5000 + ".PDF")

    assert len(shown) == 120
    assert shown.endswith("….PDF")


def test_an_extension_is_short_and_has_a_stem():
    assert extension("Архив.TAR") == ".tar"
    assert extension(".bashrc") == extension("нет") == extension("a." + "x" * 40) == ""
