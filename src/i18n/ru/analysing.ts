export const analysing = {
  title: "Всматриваемся",
  opening: "Открываем фото",
  detecting: "Ищем лица",
  describing_one: "Изучаем {{count}} лицо",
  describing_few: "Изучаем {{count}} лица",
  describing_many: "Изучаем {{count}} лиц",
  describing_other: "Изучаем {{count}} лица",
  photo: "Фото {{number}} из {{count}}",
  cancel: "Отменить",
  yourPhoto: "Ваше фото",
} as const;
