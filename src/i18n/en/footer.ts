export const footer = {
  private: "Nothing leaves this device.",
  privacy: "Privacy",
  offlineReady: "Ready offline, {{size}}",
  keeping: "Getting ready for offline use: {{kept}} of {{size}}",
  keepOffline: "Keep the app for offline use, {{size}}",
  updateWaiting: "A new version is ready.",
  updateWaitingOf: "A new version is ready, {{size}}.",
  update: "Use it",
  engine: "Runs on {{backend}} ({{reason}})",
  sources: {
    open: "Sources and licences",
    title: "What the answers rest on",
    close: "Close",
  },
  reason: {
    requested: "as asked in the address",
    preferred: "fastest here",
    noWebGl: "no WebGL",
    softwareWebGl: "WebGL is emulated",
    wrongWebGl: "WebGL computes wrongly",
    failedWebGl: "WebGL broke down",
  },
} as const;
