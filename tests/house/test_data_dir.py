"""One server for one data folder."""

import os

import pytest

from parta.main.data_dir import DataDir, DataDirError, DataDirTaken


def test_a_second_server_is_told_who_has_the_folder(folder):
    with DataDir(folder / "data") as first:
        first.describe("process 123, http://127.0.0.1:8000")
        with pytest.raises(DataDirTaken, match="process 123, http://127.0.0.1:8000"):
            DataDir(folder / "data").take(patience=0)


def test_the_folder_is_free_again_when_the_first_has_gone(folder):
    with DataDir(folder / "data"):
        pass
    with DataDir(folder / "data") as second:
        assert second.path.is_dir()


def test_a_folder_that_cannot_be_made_is_refused_with_what_to_do(folder):
    (folder / "file").write_text("")
    with pytest.raises(DataDirError, match="PARTA_DATA_DIR"):
        DataDir(folder / "file" / "data").take()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights_is_refused(folder):
    folder.chmod(0o500)
    with pytest.raises(DataDirError, match="Permission denied"):
        DataDir(folder / "data").take()
    folder.chmod(0o700)


def test_the_folder_is_closed_to_others(folder):
    with DataDir(folder / "data") as data:
        assert data.path.stat().st_mode & 0o066 == 0
