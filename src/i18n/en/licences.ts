export const licences = {
  lead: "Other people’s programs, fonts and networks that come with this app, and their licences.",
  replace:
    "HEIC photos are opened by libheif and libde265 (LGPL 3): two files of their own, assets/libheif-*, which your own build of them may replace. docs/licences.md in the project’s sources says how.",
  unchanged: "Films are written by mediabunny (MPL 2), unchanged; its source is behind the link.",
  list: "Parts and their licences",
  unavailable: "The list cannot be loaded now.",
} as const;
