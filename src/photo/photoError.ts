/** Why a file cannot become a photo. */
export type PhotoError =
  /** Empty, text, a document, a video, noise: not an image of any kind we know. */
  | { readonly kind: "notAnImage" }
  /** An image, but of a format that this browser cannot show; `format` is such as "heic". */
  | { readonly kind: "unsupportedImage"; readonly format: string }
  /** Would take more memory than a phone has; sizes in px, as the header says them. */
  | { readonly kind: "imageTooLarge"; readonly width: number; readonly height: number }
  /** An image whose header or end is missing, or whose pixels do not decode. */
  | { readonly kind: "damagedImage"; readonly format: string };
