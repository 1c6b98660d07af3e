export const pair = {
  ask: {
    title: "How alike are two people?",
    lead: "Parent and child, sisters, old friends: first one face, then the other. A photo of both together will do, too.",
  },
  askSecond: {
    title: "And now the other one",
    lead: "Take or choose a photo of whoever is to be compared with this face.",
  },
  firstFace: "The first face",
  several: "Several photos of one person are read together, eight at most.",
  choose: "Choose photos",
  back: "Back",
  likeness: {
    likeOnePerson: {
      title: "Almost like one person",
      lead: "No further apart than two photos of one person can be. The same face twice, twins, or quite a find.",
    },
    striking: {
      title: "Strikingly alike",
      lead: "Whoever sees you two side by side will say so.",
    },
    clear: {
      title: "Clearly alike",
      lead: "There is something of the one in the other.",
    },
    some: {
      title: "A little alike",
      lead: "Here and there a likeness shows, more than between most strangers.",
    },
    little: {
      title: "Each one of a kind",
      lead: "Two faces with little in common. What else you share, no photo tells.",
    },
  },
  unmeasured: {
    title: "Side by side",
    lead: "With this gallery it was not measured how alike strangers are, so there is no figure. Judge for yourselves.",
  },
  kinship:
    "This compares faces, not families: parents and children can look quite different, and strangers can look the same.",
  poor: {
    first: "The first photo: {{remark}}",
    second: "The second photo: {{remark}}",
  },
  another: "Compare somebody else",
  star: "Find a star for a photo",
  over: "Back to the start",
} as const;
