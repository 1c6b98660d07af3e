export const preparing = {
  waiting: "Подготовка",
  reader: "Загружаем распознавание лиц",
  offered:
    "Экономия трафика включена, поэтому пока ничего не загружено. Первое фото загрузит {{size}}, один раз.",
  loadNow: "Загрузить сейчас",
  loading: "Загружаем распознавание лиц, {{loaded}} из {{total}}",
  bytes: "{{loaded}} из {{total}}",
  warming: "Запускаем распознавание лиц",
  gallery: "Загружаем знаменитостей",
  ready: "Всё готово",
  failed: "Загрузилось не всё.",
  again: "Ещё раз",
  megabytes: "{{value}} МБ",
  progress: "Загрузка",
} as const;
