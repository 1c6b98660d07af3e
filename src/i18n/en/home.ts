export const home = {
  title: "Which star are you like?",
  lead: "Take a photo. This device compares it with famous faces, and the photo never leaves it.",
  leadCounted_one:
    "Take a photo. This device compares it with <people>{{count}} famous face</people>, and the photo never leaves it.",
  leadCounted_other:
    "Take a photo. This device compares it with <people>{{count}} famous faces</people>, and the photo never leaves it.",
  takePhoto: "Take a photo",
  choosePhoto: "Choose a photo",
  pair: "Compare two people",
  dropHint: "Or drop photos anywhere on the page, or paste them.",
  drop: "Drop the photo to compare it",
  gallery: "An empty place, a famous face beside it, and the others around them",
} as const;
