export const problem = {
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
    how: "The file holds no picture. Choose a photo such as a JPEG, PNG, WebP or HEIC.",
  },
  unreadableFile: {
    what: "That file cannot be read",
    how: "It may be a folder, or may have been moved or changed. Choose the photo once more.",
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
    how: "Part of the file is missing or broken. Copy or download the original again.",
  },
  decoderUnavailable: {
    what: "This photo could not be opened yet",
    how: "The part of the app that opens it has not arrived. Check the connection and try again.",
  },
  differentPeople: {
    what: "These look like two people",
    how: "Photos chosen together are read as one person, and these two faces differ too much for that. Compare them, or choose photos of one person.",
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
} as const;
