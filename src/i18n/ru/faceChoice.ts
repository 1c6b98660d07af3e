export const faceChoice = {
  title: "Чьё лицо сравнить?",
  lead_one: "На фото {{count}} лицо. Выберите одно.",
  lead_few: "На фото {{count}} лица. Выберите одно.",
  lead_many: "На фото {{count}} лиц. Выберите одно.",
  lead_other: "На фото {{count}} лица. Выберите одно.",
  face: "Лицо {{number}}",
  photo: "Ваше фото, на котором обведены все лица",
} as const;
