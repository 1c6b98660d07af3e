import type { LicencesJson } from "../../src/app/licences.ts";
import type { ModelFile } from "../../src/engine/modelManifest.ts";

/** A CycloneDX 1.5 list, as far as it is changed. Source: https://cyclonedx.org/docs/1.5/json/. */
export interface Sbom {
  readonly serialNumber?: string | undefined;
  readonly metadata: {
    readonly timestamp?: string | undefined;
    readonly component: { readonly name: string };
  };
  readonly components: readonly SbomComponent[];
}

interface SbomComponent {
  readonly type: string;
  readonly name: string;
  readonly version?: string;
  readonly scope?: "required" | "optional" | "excluded";
  readonly [more: string]: unknown;
}

/**
 * npm's list of packages, told apart by whether anything of them is in the build
 * ("excluded" is CycloneDX's word for what only helped to make it), and the
 * weights and inner libraries, which npm does not know. The same for the same
 * build: without its number and its hour.
 */
export function completeSbom(
  { metadata, components, ...sbom }: Sbom,
  shipped: LicencesJson,
  weights: readonly ModelFile[],
): Sbom {
  const names = new Set(shipped.parts.map(({ name }) => name));
  const known = new Set(components.map(({ name }) => name));
  return {
    ...sbom,
    serialNumber: undefined,
    metadata: {
      ...metadata,
      timestamp: undefined,
      component: { ...metadata.component, name: "starlike" },
    },
    components: [
      ...components.map((component): SbomComponent => {
        return { ...component, scope: names.has(component.name) ? "required" : "excluded" };
      }),
      ...shipped.parts
        .filter(({ name }) => !known.has(name))
        .map(({ name, version, licence, source }) => ({
          type: "library",
          name,
          ...(version !== undefined && { version }),
          licenses: [{ license: { id: licence } }],
          externalReferences: [{ type: "website", url: source }],
        })),
      ...weights.map(({ name, sha256 }) => ({
        type: "file",
        name: `models/${name}`,
        hashes: [{ alg: "SHA-256", content: sha256 }],
      })),
    ],
  };
}
