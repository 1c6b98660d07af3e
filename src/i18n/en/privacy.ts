export const privacy = {
  title: "Your photo stays with you",
  lead: "The face reader comes to the photo, not the photo to a server.",
  photo: {
    title: "What happens to your photo",
    text: "It is opened in this page’s memory and turned into numbers there. Neither the photo nor the numbers are sent anywhere, and both are gone when you start over or close the page. The camera runs only while its picture is on the screen.",
  },
  kept: {
    title: "What is kept on this device",
    text: "The app itself, so that it works without a network; the language and the settings you chose; and which way of computing was measured to be the quicker here. Of your answers nothing, unless you switch the history on, and of your face nothing, unless you switch on the pictures in it. What you share or save goes where you send it.",
  },
  server: {
    title: "What the server sees",
    text: "What every website’s server sees: the address of your connection, the kind of browser, and that the app’s files were asked for. Everybody gets the same files, so they say nothing of whom you resemble. There are no cookies, no counters, no advertising, and no other company’s server is asked for anything.",
  },
  check: {
    title: "How to check that",
    text: "Wait until the foot of the page says that it is ready offline. Turn on airplane mode, take a photo, and the answer still comes.",
  },
  remove: {
    title: "How to delete everything",
    text: "One button in the settings empties all that the app has kept here, and shows you that it is empty.",
    link: "To the settings",
  },
} as const;
