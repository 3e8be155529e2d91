# `make lab` opens the course, `make test` passes its tests. Both need Python 3.11 or newer and make, nothing else.

PYTHON ?= python3
OLDEST := 3.11.0
VENV := .venv
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
READY := $(VENV)/.ready
BROWSER := $(VENV)/.browser
SITE := .venv-site
SITE_READY := $(SITE)/.ready
IN_BROWSER := --python-version 3.14 --python-platform wasm32-pyodide2025
KERNEL_WHEELS := share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi

.PHONY: lab lab-instructor site site-open test test-all notebooks catalogue lock lint clean

lab: $(READY)  ## open the course in JupyterLab, on the start page: lessons and assignments, no keys
	jupyter lab --allow-root --ServerApp.root_dir="$(CURDIR)"

lab-instructor: $(READY)  ## the same with all of the course, and with nbgrader's pages
	jupyter lab --allow-root --ServerApp.root_dir="$(CURDIR)" --CourseFiles.everything=True

site: $(READY) $(SITE_READY)  ## make the edition without a server, in dist/site
	python -m course.site build

site-open: site  ## and open it
	python -m course.site open

test: $(READY) $(BROWSER)  ## lint, types and tests, browser included
	ruff check . && ruff format --check .
	mypy
	node --test "tests/**/*.test.js"
	pytest --nbval-lax --numprocesses 2 --dist loadfile --no-loadscope-reorder tests modules solutions

test-all: test $(SITE_READY)  ## and what takes long: a thousand kills, a class of two thousand, every theme at every width
	pytest -m slow

notebooks: $(READY)  ## rebuild every notebook from its text
	python -m course.authoring

catalogue: $(READY)  ## collect the interface strings and compile the catalogues
	python -m course.authoring.catalogue

lock: $(READY)  ## pin what pyproject.toml allows and the oldest Python can have
	uv pip compile --quiet --upgrade --python-version $(OLDEST) --no-header --no-emit-index-url --extra lab --extra grade --extra author --extra test pyproject.toml --output-file requirements.txt
	uv pip compile --quiet --upgrade --python-version $(OLDEST) --no-header --no-emit-index-url --no-annotate course/site/tools.in --output-file course/site/tools.txt
	uv pip compile --quiet --upgrade $(IN_BROWSER) --no-header --no-emit-index-url --no-annotate $(foreach name,jedi parso jupyterlab-widgets prompt-toolkit wcwidth widgetsnbextension,--no-emit-package $(name)) course/site/browser.in --output-file course/site/browser.txt

$(SITE_READY): $(READY) course/site/tools.txt course/site/browser.txt course/site/package-lock.json course/site/compile.mjs
	rm -rf $(SITE)
	uv venv --quiet $(SITE)
	uv pip install --quiet --python $(SITE)/bin/python --requirement course/site/tools.txt
	uv pip install --quiet --target $(SITE)/browser $(IN_BROWSER) --no-deps --only-binary :all: --requirement course/site/browser.txt
	uv pip install --quiet --target $(SITE)/kernel $(IN_BROWSER) --no-deps $(foreach name,ipykernel pyodide_kernel,$(SITE)/$(KERNEL_WHEELS)/$(name)-*.whl)
	cp course/site/package.json course/site/package-lock.json $(SITE)
	npm ci --prefix $(SITE) --ignore-scripts --no-audit --no-fund --silent
	python -m course.site compile
	touch $@

$(READY): requirements.txt pyproject.toml $(filter-out %.pyc %/__pycache__,$(wildcard course/server/*/* course/server/*/*/*))
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 …")'
	test -x $(VENV)/bin/pip || $(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	uv pip install --quiet --python $(VENV)/bin/python --requirement requirements.txt
	uv pip install --quiet --python $(VENV)/bin/python --no-deps --editable .
	touch $@

$(BROWSER): $(READY)
	python -m tests.browser.install
	touch $@

clean:  ## remove the environments; answers and notebooks stay
	rm -rf $(VENV) $(SITE)
