export const app = {
  wordmark: "Star<accent>like</accent>",
  title: "Starlike: на какую звезду вы похожи?",
  titleOf: "{{place}} · Starlike",
  home: "Starlike, в начало",
  language: "Язык",
  menu: "Меню",
  pages: "Страницы",
  nav: {
    people: "Люди",
    how: "Как это работает",
    history: "История",
    settings: "Настройки",
  },
  licences: "Из чего это сделано",
  compareTheTwo: "Сравнить этих двоих",
  portraitOf: "Портрет: {{name}}",
} as const;
