// Bundles the TypeScript shells of www/src into pkg/dist with esbuild. Called by `cargo xtask build`:
//
//     node xtask/bundle.mjs '[{"entry": "index", "minify": false, "platform": "browser", "external": []}]'
//
// `#api` and `#self-check` are resolved by the `paths` of tsconfig.json, so the compiler and the bundler read one list.
// It is a script and not a command line because the styles have to be minified on their way into the code, which takes
// a plugin.

import { build, transform } from "esbuild";
import { readFile } from "node:fs/promises";

const entries = JSON.parse(process.argv[2]);
const { version } = JSON.parse(await readFile("pkg/package.json", "utf8"));

/** Makes `import css from "./x.css"` the minified text of that file. */
const cssAsText = {
  name: "css-as-text",
  setup(context) {
    context.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: "es2022" });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/**
 * Takes out of the glue of an element what our shells have no use for: callers from before `initSync({ module })`, and
 * `using`, as they free what they made themselves.
 */
const gluePlain = {
  name: "glue-plain",
  setup(context) {
    context.onLoad({ filter: /target[/\\]xtask[/\\].*\.js$/ }, async ({ path }) => {
      const glue = await readFile(path, "utf8");
      const old = /(function initSync\(module\) \{\s*if \(wasm !== undefined\) return wasm;)\s*if \(module !== undefined\) \{.*?\n {4}\}\n/s;
      if (!old.test(glue)) throw new Error(`${path}: no initSync as it is known`);
      const contents = glue.replace(old, "$1 ({module} = module);\n").replace(/^if \(Symbol\.dispose\).*$/gm, "");
      return { contents, loader: "js" };
    });
  },
};

/** Leaves the imports of other published files as they are written: `./elements.js` is beside the importer in dist, too. */
const externals = (names) => ({
  name: "externals",
  setup(context) {
    context.onResolve({ filter: /^\.\// }, ({ path }) => (names.includes(path) ? { path, external: true } : undefined));
  },
});

for (const { entry, minify, platform, external } of entries) {
  await build({
    entryPoints: [`www/src/${entry}.ts`],
    outfile: `pkg/dist/${entry}.js`,
    bundle: true,
    format: "esm",
    target: "es2022",
    platform,
    minify,
    define: { __VERSION__: JSON.stringify(version) },
    legalComments: "none",
    charset: "utf8",
    sourcemap: false,
    logLevel: "warning",
    tsconfig: "tsconfig.json",
    plugins: [cssAsText, ...(minify ? [gluePlain] : []), externals(external)],
  }).catch(() => process.exit(1)); // esbuild has said what is wrong, and where.
}
