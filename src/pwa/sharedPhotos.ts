// The share target of the manifest: https://w3c.github.io/web-share-target/

/** `share_target.action` of manifest.webmanifest. */
export const SHARE_ACTION = "share";
/** The name of the form's field, `share_target.params.files` of the manifest. */
const FIELD = "photos";
/** Where the person is sent: the page asks for the photos when it sees this. */
const SHARED_PAGE = "./?shared";

export interface SharedPhotoBox {
  /** Takes the photos out of the form and sends the browser on to the page. */
  readonly receive: (request: Request) => Promise<Response>;
  /** What came last, once. */
  readonly take: () => readonly File[];
}

/**
 * Photos between another app and the page. In memory alone: the page opens at
 * once and keeps the service worker alive until it has asked, and nothing of
 * them is written anywhere.
 *
 * @param scope absolute, with its last slash
 */
export function createSharedPhotos(scope: string): SharedPhotoBox {
  let files: readonly File[] = [];
  return {
    async receive(request) {
      try {
        const form = await request.formData();
        files = form.getAll(FIELD).filter((value) => value instanceof File);
      } catch {
        files = []; // Not a form: the page opens without a photo.
      }
      return Response.redirect(new URL(SHARED_PAGE, scope).href, 303);
    },
    take() {
      const taken = files;
      files = [];
      return taken;
    },
  };
}
