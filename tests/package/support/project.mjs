// A project of someone who uses the package: an empty directory into which the packed package is installed.

import { execFileSync, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));
const tarball = process.env.OLIEVLEK_TARBALL;
if (!tarball) throw new Error("OLIEVLEK_TARBALL names no packed package; `cargo xtask test package` packs one");

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Installs the package into a new project; nothing comes over the network, as the package has no dependencies. */
export async function project() {
  const directory = await realpath(await mkdtemp(join(tmpdir(), "olievlek-")));
  await writeFile(join(directory, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const options = ["--offline", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--loglevel=error"];
  execFileSync(npm, ["install", tarball, ...options], {
    cwd: directory,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  return new Project(directory);
}

class Project {
  constructor(directory) {
    this.directory = directory;
    /** Where npm put the package. */
    this.installed = join(directory, "node_modules/olievlek");
  }

  path(...names) {
    return join(this.directory, ...names);
  }

  async write(name, text) {
    await mkdir(dirname(this.path(name)), { recursive: true });
    await writeFile(this.path(name), text);
    return this.path(name);
  }

  /** Copies a file or directory of these tests into the project. */
  async copy(name, to = name) {
    await cp(new URL(`../${name}`, import.meta.url), this.path(to), { recursive: true });
    return this.path(to);
  }

  /** Lends the project a tool of the repository, as if it had been installed there. */
  async lend(name) {
    await mkdir(dirname(this.path("node_modules", name)), { recursive: true });
    await symlink(join(repository, "node_modules", name), this.path("node_modules", name), "junction");
  }

  /** Imports an entry of the package into this process, found as a file of the project finds it. */
  async import(entry) {
    const file = await this.write(`import-${entry.replaceAll("/", "-")}.mjs`, `export * from ${JSON.stringify(entry)};\n`);
    return import(pathToFileURL(file));
  }

  /** Runs Node in the project; resolves with the exit code and what was written. */
  async node(...args) {
    return run(process.execPath, args, this.directory);
  }

  async remove() {
    await rm(this.directory, { recursive: true, force: true });
  }
}

export function run(program, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    const written = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"]) {
      child[stream].setEncoding("utf8").on("data", (text) => (written[stream] += text));
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...written }));
  });
}
