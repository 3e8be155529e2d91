import os

import pytest

from course.grading.submission.which_notebook import MissingNotebookError, notebook_at


def put(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("{}")


def found(folder):
    path, remark = notebook_at(folder / "01.ipynb")
    return str(path.relative_to(folder)), remark and str(remark)


def test_the_notebook_with_its_own_name_needs_no_remark(tmp_path):
    put(tmp_path, "01.ipynb", "other.ipynb")
    assert found(tmp_path) == ("01.ipynb", None)


@pytest.mark.parametrize(
    "name", ["01 (1).ipynb", "mijn werk.IPYNB", "01.ipynb.txt", "x.ipynb.json", "01/01.ipynb"]
)
def test_the_only_notebook_is_taken_and_named(tmp_path, name):
    put(tmp_path, name, "notes.txt", ".ipynb_checkpoints/01-checkpoint.ipynb")
    path, remark = found(tmp_path)
    assert path == name
    assert name in remark


def test_of_several_the_one_that_has_the_name_in_it_is_taken(tmp_path):
    put(tmp_path, "01 (1).ipynb", "les.ipynb")
    assert found(tmp_path)[0] == "01 (1).ipynb"


@pytest.mark.parametrize(
    "names", [(), ("a.ipynb", "b.ipynb"), ("01 (1).ipynb", "01 (2).ipynb"), ("ipynb", "x.ipynb.exe")]
)
def test_without_a_way_to_tell_there_is_none(tmp_path, names):
    put(tmp_path, *names)
    with pytest.raises(MissingNotebookError, match=r"There was no 01\.ipynb in it"):
        found(tmp_path)


def test_what_is_no_file_is_not_opened_and_nothing_takes_its_place(tmp_path):
    put(tmp_path, "other.ipynb")
    os.mkfifo(tmp_path / "01.ipynb")
    with pytest.raises(MissingNotebookError, match="a special file"):
        found(tmp_path)


def test_a_name_that_cannot_be_written_can_be_told(tmp_path):
    put(tmp_path, "werk \udcff\x1b[2J.ipynb")
    remark = found(tmp_path)[1]
    assert remark.isprintable()
    put(tmp_path, "en nog \udcfe.ipynb")
    with pytest.raises(MissingNotebookError) as missing:
        found(tmp_path)
    assert str(missing.value).isprintable()
