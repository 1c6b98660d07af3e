// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";

import { takeLaunchedPhotos } from "./launchedPhotos.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, "", "/");
});

type Consumer = (launch: { readonly files: readonly unknown[] }) => void;

it("takes the files that the system opens with the app, and no empty launch", async () => {
  let launch: Consumer = () => undefined;
  vi.stubGlobal("launchQueue", {
    setConsumer: (consumer: Consumer) => {
      launch = consumer;
    },
  });
  const onPhotos = vi.fn();
  takeLaunchedPhotos(onPhotos);
  launch({ files: [] });
  const photo = new File(["pixels"], "me.jpg");
  launch({ files: [{ getFile: () => Promise.resolve(photo) }] });

  await vi.waitFor(() => {
    expect(onPhotos).toHaveBeenCalledOnce();
  });
  expect(onPhotos).toHaveBeenCalledWith([photo]);
});

it("asks the service worker once for what was shared", async () => {
  const photo = new File(["pixels"], "me.jpg");
  const postMessage = vi.fn((_: unknown, [port]: readonly MessagePort[]) => {
    port!.postMessage({ files: [photo] });
  });
  vi.stubGlobal("MessageChannel", ChannelWithoutClones);
  vi.stubGlobal("navigator", { serviceWorker: { controller: { postMessage } } });
  history.replaceState(null, "", "/?backend=wasm&shared#/");
  const onPhotos = vi.fn();
  takeLaunchedPhotos(onPhotos);
  takeLaunchedPhotos(onPhotos);

  await vi.waitFor(() => {
    expect(onPhotos).toHaveBeenCalledWith([photo]);
  });
  expect(postMessage).toHaveBeenCalledOnce();
  expect(location.search).toBe("?backend=wasm");
});

/** Node's ports do not clone the File of jsdom. */
class ChannelWithoutClones {
  readonly port1: { onmessage?: (event: { readonly data: unknown }) => void } = {};
  readonly port2 = { postMessage: (data: unknown) => this.port1.onmessage?.({ data }) };
}
