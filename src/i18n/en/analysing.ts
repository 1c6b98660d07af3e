export const analysing = {
  title: "Looking closely",
  opening: "Opening the photo",
  detecting: "Looking for faces",
  describing_one: "Reading the face",
  describing_other: "Reading {{count}} faces",
  photo: "Photo {{number}} of {{count}}",
  cancel: "Cancel",
  yourPhoto: "Your photo",
} as const;
