export const how = {
  title: "How it works",
  lead: "Five steps, all of them on this device.",
  steps: {
    find: {
      title: "Find",
      text: "A small neural network looks for faces at several sizes. If it is not sure, a larger one looks again. When there are several, you say which.",
    },
    straighten: {
      title: "Straighten",
      text: "68 points mark the eyes, brows, nose, mouth and jaw. By them the face is turned upright and brought to one size.",
    },
    describe: {
      title: "Describe",
      text: "Another network turns the face into 128 numbers. Photos of one person give similar numbers, photos of two people different ones.",
    },
    compare: {
      title: "Compare",
      text: "Your numbers are set beside those of every famous face. The nearer they lie, the more alike the two of you are to the network.",
    },
    doubt: {
      title: "Doubt",
      text: "How near is near? Strangers were measured first. If even the nearest star lies beyond the limit that this gave, the answer is “nobody, really”.",
    },
  },
  numbers: "What the two numbers mean",
  likeness: {
    title: "Likeness",
    text: "97% means: of a hundred measured pairs of different people, 97 look less alike than you and this star. With so many stars, somebody always comes close by chance, so high figures are usual for the first name.",
  },
  share: {
    title: "Share",
    text: "If it had to be one of the stars compared, how the answer divides among them. All shares add up to 100%. It says who is first and how clearly, not how alike you are.",
  },
  limits: "What it cannot do",
  limit: {
    stranger:
      "You are probably a stranger to all of them. A likeness is an accident of two faces; another photo of you may bring another name.",
    expression:
      "A wide smile, raised brows or a turned head change the shapes that are compared. Look into the camera and relax.",
    dark: "In the dark it sees little: with about a sixteenth of the light, {{unseen}} of the faces were not found at all. Of blurred photos of the stars themselves, {{missed}} got a wrong name or none.",
    groups:
      "Women and men among the stars are named equally well ({{women}} and {{men}} of their photos). For age, skin colour and most of the world nothing was measured: the stars are mostly American and Russian, and the networks learnt from photos that are unevenly spread over the world’s faces. Expect it to be worse at faces it has seen few of.",
  },
  whom: "Who it is for",
  whomText:
    "For an evening with friends and for anybody who is curious. Not for finding out who somebody is, not for letting anybody in or out, and not for judging anybody’s origin, age or character.",
  start: "Try it",
  people: "See all the faces",
} as const;
