import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

import { PROJECT_ROOT } from "../projectRoot.ts";

interface LockedPackage {
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(read("package-lock.json")) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const { "": project, ...packages } = lock.packages;

it("runs nothing of anybody's at installation, and needs nothing run", () => {
  expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
  expect(namesWhere(({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
});

it("holds the hash of every package", () => {
  expect(namesWhere(({ integrity }) => !integrity?.startsWith("sha512-"))).toEqual([]);
});

it("asks for exact versions", () => {
  const asked = Object.entries({ ...project?.dependencies, ...project?.devDependencies });
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it("has an entry for every binary of another system, without which `npm ci` refuses it", () => {
  const wanted = Object.values(packages).flatMap((it) =>
    Object.keys(it.optionalDependencies ?? {}),
  );
  const locked = new Set(Object.keys(packages).map((path) => path.split("node_modules/").at(-1)));
  expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
});

function namesWhere(holds: (locked: LockedPackage) => boolean): readonly string[] {
  return Object.entries(packages).flatMap(([name, locked]) => (holds(locked) ? [name] : []));
}

function read(name: string): string {
  return readFileSync(join(PROJECT_ROOT, name), "utf8");
}
