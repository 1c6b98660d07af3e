/** What the review page says of kinds and scores. */

const WORDS: Readonly<Record<string, string>> = {
  looksLike: "looks like somebody else",
  farFromOwn: "far from the other photos of its folder",
  disputed: "models of different folds and seeds name different people",
  uncertain: "no name stands out",
  acrossPeople: "the same picture is filed under several people",

  wrongProbability: "probability that it is wrong",
  ownProbability: "probability of its own name",
  voteEntropy: "disagreement of the models",
  ownDistance: "distance to its folder",
  rivalDistance: "distance to the other person",

  noFace: "no face found",
  severalFaces: "several faces",
  tooSmall: "the face is too small",
  profile: "the face is turned away",
  tooDark: "too dark",
  blurred: "too blurred",
  unreadable: "the file cannot be read",
  notAnImage: "not an image",
  unsupportedImage: "a kind of image that is not supported",
  imageTooLarge: "too many pixels",
  damagedImage: "a damaged image",

  bytes: "the same file",
  picture: "the same picture",
  descriptor: "the same face in the same moment",
};

/** In plain words; a kind that has none is taken apart: "leastConfidence" → "least confidence". */
export function wordsFor(kind: string): string {
  return WORDS[kind] ?? kind.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
