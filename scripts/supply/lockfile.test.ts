import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { PROJECT_ROOT } from "../projectRoot.ts";

interface LockedPackage {
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

it("runs nothing of anybody's at installation", () => {
  expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
  expect(read("scripts/ensureInstalled.mjs")).toContain('"--ignore-scripts"');
});

describe.each(["package-lock.json", "scripts/bench/peers/package-lock.json"])("%s", (name) => {
  const { "": project, ...packages } = (JSON.parse(read(name)) as Lock).packages;
  const namesWhere = (holds: (locked: LockedPackage) => boolean) =>
    Object.entries(packages).flatMap(([path, locked]) => (holds(locked) ? [path] : []));

  it("needs nothing run at installation", () => {
    expect(namesWhere(({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
  });

  it("holds the hash of every package", () => {
    expect(namesWhere(({ integrity }) => !integrity?.startsWith("sha512-"))).toEqual([]);
  });

  it("asks for exact versions", () => {
    const asked = Object.entries({ ...project?.dependencies, ...project?.devDependencies });
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it("has an entry for every binary of another system, without which `npm ci` refuses it", () => {
    const wanted = Object.values(packages).flatMap((locked) =>
      Object.keys(locked.optionalDependencies ?? {}),
    );
    const locked = new Set(Object.keys(packages).map((path) => path.split("node_modules/").at(-1)));
    expect(wanted.filter((one) => !locked.has(one))).toEqual([]);
  });
});

function read(name: string): string {
  return readFileSync(join(PROJECT_ROOT, name), "utf8");
}
