export const preparing = {
  waiting: "Getting ready",
  reader: "Loading the face reader",
  loading: "Loading the face reader, {{loaded}} of {{total}}",
  bytes: "{{loaded}} of {{total}}",
  warming: "Warming the face reader up",
  gallery: "Loading the famous faces",
  ready: "Ready when you are",
  failed: "Not everything could be loaded.",
  again: "Try again",
  megabytes: "{{value}} MB",
  progress: "Loading",
} as const;
