export const install = {
  title: "Keep Starlike at hand",
  why: "It opens from your home screen and works without a network.",
  shareMenu: "Tap Share, then “Add to Home Screen”. It works without a network too.",
  accept: "Install",
  decline: "Not now",
} as const;
