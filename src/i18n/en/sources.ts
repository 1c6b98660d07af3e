export const sources = {
  loading: "The famous faces are not loaded yet.",
  people_one: "{{count}} person.",
  people_other: "{{count}} people.",
  photos_one: "{{count, number}} photo was looked at to learn their faces.",
  photos_other: "{{count, number}} photos were looked at to learn their faces.",
  noPhoto:
    "None of these photos is in this app: the portraits are composites of many photos, and the rest is numbers computed from them. Neither the people nor the photographers were asked. This gallery is a demonstration.",
  licence: "Licence:",
  own: "Whoever earns money with this builds a gallery of their own, from photos they may use: docs/make-your-own-gallery.md in the project's sources says how.",
  networks: "The networks",
  networksNote:
    "From face-api (MIT licence). The one that recognises faces is dlib's, given to the public domain and trained on about three million photos gathered for research. One of those that find faces was trained on WIDER FACE, also published for research; of the rest it was never said.",
  numbers: "The numbers",
  numbersNote:
    "The similarity is the part of {{distances}} measured distances between different people that are larger than yours. Where even the nearest star is too far away the answer is “nobody, really”: the limit is set so that no more than {{named}} of strangers get a name.",
} as const;
