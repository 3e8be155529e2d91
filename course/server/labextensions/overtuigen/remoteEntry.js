/**
 * What a bundler would make: JupyterLab and Notebook load this file, hand over the packages that they share, and ask for
 * the extension. See "module federation" in the documentation of webpack.
 */
(() => {
  const here = document.currentScript.src;
  let shared;

  /** A package of JupyterLab's own, of which there is one version; empty where there is none. */
  const load = async (name) => (shared[name] ? (await Object.values(shared[name])[0].get())() : {});

  /** The plugin in a file, made with the packages that it needs. */
  async function plugin(file) {
    const { needs, default: make } = await import(new URL(file, here));
    return make(...(await Promise.all(needs.map(load))));
  }

  window._JUPYTERLAB ??= {}; // the first extension to arrive makes it
  window._JUPYTERLAB.overtuigen = {
    init: async (scope) => {
      shared = scope;
    },
    get: async () => {
      const module = { __esModule: true, default: await Promise.all(["running.js", "links.js", "panel.js"].map(plugin)) };
      return () => module;
    },
  };
})();
