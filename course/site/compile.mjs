/** Compile the Python in a folder with the Python that will run it: `node compile.mjs PYODIDE FOLDER`. */
import { pathToFileURL } from "node:url";

const [pyodide, folder] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await loadPyodide();
python.FS.mkdir("/compiled");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/compiled");
// Beside its source, and taken without looking at that: importing then reads one file and compiles none.
const whole = python.runPython(`
import compileall, py_compile, re
compileall.compile_dir(
    "/compiled", quiet=1, legacy=True, stripdir="/compiled", rx=re.compile("/tests/"),
    invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
)
`);
process.exit(whole ? 0 : 1);
