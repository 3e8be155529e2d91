import subprocess
import sys

from course.site.reached import PACKAGE


def test_nothing_is_imported_from_the_folder_of_a_notebook(tmp_path):
    (tmp_path / "string_of_mine.py").write_text("", "utf-8")
    code = f"import runpy; runpy.run_path({str(PACKAGE / 'site' / 'first.py')!r}); import string_of_mine"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert "ModuleNotFoundError: No module named 'string_of_mine'" in done.stderr
