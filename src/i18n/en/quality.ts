export const quality = {
  tooSmall: "The face is small in this photo: one from nearer would be read better.",
  profile: "The face is turned to the side: one that looks into the camera would be read better.",
  blurred: "The face is blurred: a sharper photo would be read better.",
  tooDark: "The face is dark: a photo in better light would be read better.",
  tooBright: "The face is overexposed: a photo in softer light would be read better.",
} as const;
