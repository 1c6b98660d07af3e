export const footer = {
  private: "Ничто не покидает это устройство.",
  privacy: "О приватности",
  offlineReady: "Работает без сети, {{size}}",
  keeping: "Сохраняем для работы без сети: {{kept}} из {{size}}",
  keepOffline: "Сохранить для работы без сети, {{size}}",
  updateWaiting: "Готова новая версия.",
  updateWaitingOf: "Готова новая версия, {{size}}.",
  update: "Перейти",
  engine: "Работает на {{backend}} ({{reason}})",
  sources: {
    open: "Источники и лицензии",
    title: "На чём основаны ответы",
    close: "Закрыть",
  },
  reason: {
    requested: "так указано в адресе",
    preferred: "здесь быстрее всего",
    noWebGl: "нет WebGL",
    softwareWebGl: "WebGL лишь эмулируется",
    wrongWebGl: "WebGL считает неверно",
    failedWebGl: "WebGL отказал",
  },
} as const;
