export const gate = {
  face: "The face in your photo",
  tooSmall: {
    what: "The face is very small",
    why: "So little of it is left in the picture that the answer would be half a guess. Come closer, or choose a photo where the face is larger.",
  },
  profile: {
    what: "The face looks to the side",
    why: "Faces are compared from the front, and half of this one cannot be seen. A photo that looks into the camera says more.",
  },
  blurred: {
    what: "The face is blurred",
    why: "The fine lines that tell faces apart are gone. Hold still in good light, or choose a sharper photo.",
  },
  anyway: "Use it anyway",
} as const;
