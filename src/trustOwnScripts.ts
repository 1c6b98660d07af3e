/** As far as it is used here; TypeScript's DOM library does not know it yet. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => void;
}

/**
 * Lets the page start workers from files of its own site and from nowhere else,
 * where the content security policy asks for trusted types. Of text that would
 * become markup or code nothing is trusted: nobody here makes such text.
 *
 * Source: https://www.w3.org/TR/trusted-types/#default-policy-hdr
 */
export function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy("default", { createScriptURL: ownAddress });
}

/** @throws TypeError for an address of another site */
export function ownAddress(address: string): string {
  if (new URL(address, document.baseURI).origin === location.origin) return address;
  throw new TypeError(`Not an address of this site: ${address}`);
}
