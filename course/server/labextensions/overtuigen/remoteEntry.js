/**
 * What a bundler would make: JupyterLab and Notebook load this file, hand over the packages that they share, and ask for
 * the extension. See "module federation" in the documentation of webpack.
 */
(() => {
  const here = document.currentScript.src;
  let shared;

  /** A package of JupyterLab's own, of which there is one version; empty where there is none. */
  const load = async (name) => (shared[name] ? (await Object.values(shared[name])[0].get())() : {});

  window._JUPYTERLAB ??= {}; // the first extension to arrive makes it
  window._JUPYTERLAB.overtuigen = {
    init: async (scope) => {
      shared = scope;
    },
    get: async () => {
      const parts = [
        [await import(new URL("running.js", here)), "running"],
        [await import(new URL("links.js", here)), "links"],
      ];
      const made = parts.map(async ([part, name]) => part[name](...(await Promise.all(part.needs.map(load)))));
      const module = { __esModule: true, default: await Promise.all(made) };
      return () => module;
    },
  };
})();
