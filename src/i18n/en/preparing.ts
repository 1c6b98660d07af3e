export const preparing = {
  waiting: "Getting ready",
  reader: "Loading the face reader",
  offered:
    "You save data, so the face reader is not loaded yet. A first photo loads it, {{size}}, once.",
  loadNow: "Load it now",
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
