/** What to do next in front of the camera: short enough to be read at arm's length. */
export const guide = {
  noFace: "Show your face",
  severalFaces: "One person at a time",
  tooDark: "Find more light",
  tooBright: "Too bright: step out of the glare",
  tooSmall: "Come closer",
  tooLarge: "Move back a little",
  offCentre: "Put your face in the oval",
  turned: "Look straight into the camera",
  tilted: "Hold your head upright",
  blurred: "Blurry: hold still, or wipe the lens",
  ready: "Just right",
  hold: "Just right, hold still",
} as const;
