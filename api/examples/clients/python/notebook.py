"""Runs a notebook from its first cell to its last, where what it needs is installed: notebook.py report.ipynb"""

import importlib.util
import sys

NEEDED = ("nbclient", "ipykernel", "pandas", "matplotlib")


def main(path):
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        print(f"notebook: not run, not installed: {' '.join(missing)}")
        return
    import nbclient
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=120).execute()
    said = [output.text for cell in notebook.cells for output in cell.get("outputs", []) if output.output_type == "stream"]
    print("notebook:", said[-1].strip())


if __name__ == "__main__":
    main(sys.argv[1])
