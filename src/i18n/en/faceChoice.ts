export const faceChoice = {
  title: "Which face?",
  lead_one: "{{count}} face in this photo. Pick it.",
  lead_other: "{{count}} faces in this photo. Pick one.",
  face: "Face {{number}}",
  photo: "Your photo with every face outlined",
} as const;
