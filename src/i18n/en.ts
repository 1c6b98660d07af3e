/** Every text of the page, English. `ru.ts` has the same keys; a test compares them. */
export const en = {
  app: {
    wordmark: "Star<accent>like</accent>",
    title: "Starlike: which star are you like?",
    home: "Starlike, to the start",
    language: "Language",
    portraitOf: "Portrait of {{name}}",
  },
  home: {
    title: "Which star are you like?",
    lead: "Take a photo. Your phone compares it with famous faces. The photo never leaves it.",
    leadCounted_one:
      "Take a photo. Your phone compares it with {{count}} famous face. The photo never leaves it.",
    leadCounted_other:
      "Take a photo. Your phone compares it with {{count}} famous faces. The photo never leaves it.",
    takePhoto: "Take a photo",
    choosePhoto: "Choose a photo",
    dropHint: "Or drop a photo anywhere on the page, or paste one.",
    drop: "Drop the photo to compare it",
    gallery: "Some of the famous faces",
    you: "You?",
  },
  preparing: {
    waiting: "Getting ready",
    reader: "Loading the face reader",
    loading: "Loading the face reader, {{loaded}} of {{total}}",
    bytes: "{{loaded}} of {{total}}",
    warming: "Warming the face reader up",
    gallery: "Loading the famous faces",
    ready: "Ready",
    failed: "Not everything could be loaded.",
    again: "Try again",
    megabytes: "{{value}} MB",
    progress: "Loading",
  },
  camera: {
    title: "Take a photo",
    opening: "Waiting for the camera. Your browser may ask you to allow it.",
    ready: "Look into the camera, in even light.",
    shoot: "Take the photo",
    switch: "Switch camera",
    close: "Close the camera",
  },
  analysing: {
    title: "Looking closely",
    opening: "Opening the photo",
    detecting: "Looking for faces",
    describing_one: "Reading the face",
    describing_other: "Reading {{count}} faces",
    cancel: "Cancel",
    yourPhoto: "Your photo",
  },
  faceChoice: {
    title: "Which face?",
    lead_one: "{{count}} face in this photo. Pick it.",
    lead_other: "{{count}} faces in this photo. Pick one.",
    face: "Face {{number}}",
    photo: "Your photo with every face outlined",
  },
  result: {
    most: "is the star you are most like, of {{people}}",
    nobody: "Nobody, really",
    nobodyLead_one: "You do not look much like the {{count}} star here. That face is your own.",
    nobodyLead_other:
      "You do not look much like any of the {{count}} stars here. That face is your own.",
    nearest: "Nearest, though not near: {{name}}.",
    pair: "You and {{name}}",
    yourFace: "Your face",
    you: "you",
    composite: "composite portrait",
    similarity: "of pairs of strangers look <strong>less</strong> alike than you two.",
    share: "If it must be one of these {{people}}: {{share}}.",
    next: "Next in line",
    nextNearest: "The next nearest",
    another: "Try another photo",
  },
  doubt: {
    settled: "<strong>A clear first.</strong> Of everybody here, {{first}} stands out.",
    closeSecond:
      "<strong>A near thing.</strong> {{second}} is nearly as close; another photo could swap them.",
    manyClose:
      "<strong>Take it lightly.</strong> Several are about as close as {{first}}; another photo could bring another name.",
  },
  quality: {
    tooSmall: "The face is small in this photo: one from nearer would be read better.",
    profile: "The face is turned to the side: one that looks into the camera would be read better.",
    blurred: "The face is blurred: a sharper photo would be read better.",
    tooDark: "The face is dark: a photo in better light would be read better.",
    tooBright: "The face is overexposed: a photo in softer light would be read better.",
  },
  problem: {
    another: "Choose another photo",
    takePhoto: "Take a photo",
    retry: "Try again",
    home: "Back to the start",
    noFace: {
      what: "No face found",
      how: "Use a photo where the face is large, lit from the front and not hidden by hands, glare or a mask.",
    },
    notAnImage: {
      what: "That is not a photo",
      how: "The file holds no picture. Choose a photo such as a JPEG, PNG or WebP.",
    },
    unsupportedImage: {
      what: "This browser cannot open that kind of picture",
      how: "Save it as JPEG or PNG and choose it again, or take a screenshot of it.",
    },
    imageTooLarge: {
      what: "That picture is too large",
      how: "It would not fit into this device's memory. Choose one below 100 megapixels.",
    },
    damagedImage: {
      what: "That picture is damaged",
      how: "Part of the file is missing. Copy or download the original again.",
    },
    cameraDenied: {
      what: "The camera is not allowed",
      how: "Allow the camera for this page in the address bar or the phone's settings, or choose a photo.",
    },
    cameraMissing: {
      what: "No camera found",
      how: "Connect a camera, or choose a photo.",
    },
    cameraBusy: {
      what: "The camera is busy",
      how: "Close other apps and tabs that use the camera, then try again.",
    },
    cameraUnsupported: {
      what: "The camera cannot be used here",
      how: "Open the page over a secure connection in a current browser, or choose a photo.",
    },
    modelsUnavailable: {
      what: "The face reader could not be loaded",
      how: "Check the connection and try again. Your photo is still here.",
    },
    galleryUnavailable: {
      what: "The famous faces could not be loaded",
      how: "Check the connection and try again. Your photo is still here.",
    },
    engineFailed: {
      what: "The face reader stopped working",
      how: "Try again. If it happens once more, close other tabs or restart the browser.",
    },
    unexpected: {
      what: "Something went wrong",
      how: "That is our mistake, not yours. Try again or use another photo.",
    },
  },
  sources: {
    open: "Sources and licences",
    title: "What the answers rest on",
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
    close: "Close",
  },
  footer: {
    private: "Nothing leaves this device.",
    offlineReady: "Ready offline, {{size}}",
    updateWaiting: "A new version is ready.",
    update: "Use it",
    engine: "Runs on {{backend}} ({{reason}})",
    reason: {
      requested: "as asked in the address",
      preferred: "fastest here",
      noWebGl: "no WebGL",
      softwareWebGl: "WebGL is emulated",
      wrongWebGl: "WebGL computes wrongly",
    },
  },
} as const;
