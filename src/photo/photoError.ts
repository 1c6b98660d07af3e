/** Why a file cannot become a photo. */
export type PhotoError =
  /** A folder, or a file that was moved or changed since it was chosen. */
  | { readonly kind: "unreadableFile" }
  /** Empty, text, a document, a video, noise: not an image of any kind we know. */
  | { readonly kind: "notAnImage" }
  /** An image, but of a format that neither this browser nor we can decode; `format` is such as "tiff". */
  | { readonly kind: "unsupportedImage"; readonly format: string }
  /** Would take more memory than a phone has; sizes in px, as the header says them. */
  | { readonly kind: "imageTooLarge"; readonly width: number; readonly height: number }
  /** An image whose header or end is missing, or whose pixels do not decode. */
  | { readonly kind: "damagedImage"; readonly format: string }
  /** The part of the app that opens it could not be loaded. A retry may help. */
  | { readonly kind: "decoderUnavailable" };
