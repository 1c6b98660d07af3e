export const app = {
  wordmark: "Star<accent>like</accent>",
  title: "Starlike: which star are you like?",
  titleOf: "{{place}} · Starlike",
  home: "Starlike, to the start",
  language: "Language",
  menu: "Menu",
  pages: "Pages",
  nav: {
    people: "People",
    how: "How it works",
    history: "History",
    settings: "Settings",
  },
  licences: "What it is made of",
  compareTheTwo: "Compare these two",
  portraitOf: "Portrait of {{name}}",
} as const;
