// Opens one photo away from the page's thread, and is then thrown away with all the memory it took.
import { ok } from "../../shared/result.ts";
import { makePreview } from "../makePreview.ts";
import type { PhotoReply } from "../photoWorkerApi.ts";
import { openPhoto } from "./openPhoto.ts";

self.addEventListener("message", ({ data }: MessageEvent<Blob>) => {
  void answerTo(data).then(reply, throwOutside);
});

async function answerTo(file: Blob): Promise<PhotoReply> {
  const opened = await openPhoto(file);
  if (!opened.ok) return opened;
  const photo = opened.value;
  return ok({ photo, preview: await makePreview(photo) });
}

function reply(answer: PhotoReply): void {
  const transfer = answer.ok ? [answer.value.photo, answer.value.preview] : [];
  self.postMessage(answer, { transfer });
}

/** So that the page's `error` event sees it; a rejected promise would be silent there. */
function throwOutside(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}
