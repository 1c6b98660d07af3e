export const evidence = {
  features: "What is alike",
  alike: "Your {{best}}; least the {{least}}.",
  nothingStandsOut: "No one feature stands out; nearest: {{nearest}}.",
  feature: {
    eyes: "eyes",
    brows: "brows",
    nose: "nose",
    mouth: "mouth",
    jaw: "jaw",
    faceShape: "face shape",
  },
  featureScore: "{{feature}}: more alike than {{share}} of pairs of strangers",
  featureScale: "Each bar: the part of pairs of strangers that are less alike in it.",
  expression: "Mouth and brows move with the expression, so a smile can hide a likeness there.",
  outlined: "{{feature}} outlined on both faces",
  plot: "Where you two stand",
  strangers: "pairs of strangers",
  samePerson: "two photos of one person",
  youTwo: "you two",
  lessAlike: "less alike",
  moreAlike: "more alike",
  plotAlternative:
    "Two hills over how far apart two faces are: pairs of strangers are far apart, two photos of one person near. You two are nearer than {{similarity}} of the strangers.",
  samePersonShare:
    "Even photos of one person are this far apart, or farther, in {{share}} of cases.",
  samePersonHardly: "Photos of one person are hardly ever this far apart.",
  meaning: "What do these numbers mean?",
  meaningSimilarity:
    "<strong>{{similarity}}, the likeness.</strong> We measured how alike strangers are to the stars here, pair by pair. {{similarity}} of these pairs are less alike than you and {{name}}. The best of many stars always comes out high, so a high number is a likeness, not a double.",
  meaningShare:
    "<strong>{{share}}, the share.</strong> Suppose you had to be one of these {{people}}: so much of the belief falls on {{name}}, the rest on the others. It says who comes first, not whether you look alike.",
  meaningDoubt:
    "<strong>The doubt.</strong> It comes from how close behind the others are. Where it is a near thing, another light or another smile can change the name.",
} as const;
