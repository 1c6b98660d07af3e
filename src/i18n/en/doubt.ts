export const doubt = {
  settled: "<strong>A clear first.</strong> Of everybody here, {{first}} stands out.",
  closeSecond:
    "<strong>A near thing.</strong> {{second}} is nearly as close; another photo could swap them.",
  manyClose:
    "<strong>Take it lightly.</strong> Several are about as close as {{first}}; another photo could bring another name.",
} as const;
