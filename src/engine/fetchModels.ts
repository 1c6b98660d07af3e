import { fail, ok, type Result } from "../shared/result.ts";
import type { ModelFile } from "./modelManifest.ts";

export interface ModelsUnavailable {
  readonly kind: "modelsUnavailable";
  readonly file: string;
  readonly cause: string;
}

/** What fetching needs of the platform; tests hand in their own. */
export interface FetchPort {
  fetch(url: string, init: RequestInit): Promise<Response>;
  digest(content: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

/**
 * Fetches weights files, all at once, and checks each against its length and
 * SHA-256. A file that is not the one expected is asked for once more past the
 * HTTP cache, which may hold another release or half a download.
 *
 * @param baseUrl folder of the files, with its slash
 * @param onBytes called with the bytes that came since the last call; negative
 *   when a file starts over
 */
export async function fetchModels(
  port: FetchPort,
  baseUrl: string,
  files: readonly ModelFile[],
  onBytes: (bytes: number) => void,
): Promise<Result<ReadonlyMap<string, Uint8Array>, ModelsUnavailable>> {
  const outcomes = await Promise.all(
    files.map(async (file) => {
      const first = await fetchVerified(port, baseUrl, file, "default", onBytes);
      return first.ok ? first : fetchVerified(port, baseUrl, file, "reload", onBytes);
    }),
  );
  const contents = new Map<string, Uint8Array>();
  for (const [i, outcome] of outcomes.entries()) {
    if (!outcome.ok) return outcome;
    contents.set(files[i]!.name, outcome.value);
  }
  return ok(contents);
}

async function fetchVerified(
  port: FetchPort,
  baseUrl: string,
  { name, bytes, sha256 }: ModelFile,
  cache: RequestCache,
  onBytes: (bytes: number) => void,
): Promise<Result<Uint8Array, ModelsUnavailable>> {
  let counted = 0;
  const refuse = (cause: string) => {
    onBytes(-counted);
    return fail({ kind: "modelsUnavailable", file: name, cause });
  };
  try {
    const response = await port.fetch(new URL(name, baseUrl).href, { cache });
    if (!response.ok) return refuse(`the server answered ${response.status}`);
    const content = await readAll(response, bytes, (length) => {
      counted += length;
      onBytes(length);
    });
    if (content === undefined) return refuse(`not ${bytes} bytes long`);
    if (hex(await port.digest(content)) !== sha256) return refuse("its SHA-256 is another");
    return ok(content);
  } catch (error) {
    // Lost network, blocked request, body cut off: `fetch` and the reader reject with a TypeError.
    return refuse(String(error));
  }
}

/** The body, or undefined unless it has exactly `length` bytes. */
async function readAll(
  response: Response,
  length: number,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const content = new Uint8Array(length);
  let at = 0;
  const reader = response.body?.getReader();
  if (reader === undefined) return undefined;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return at === length ? content : undefined;
    if (at + value.length > length) {
      await reader.cancel();
      return undefined;
    }
    content.set(value, at);
    at += value.length;
    onBytes(value.length);
  }
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
