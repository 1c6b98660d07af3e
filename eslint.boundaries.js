/** Who may import whom. Everything not listed is refused. */
const MAY_IMPORT = {
  shared: [],
  face: ["shared"],
  matching: ["shared", "face"],
  training: ["shared", "face", "matching"],
  gallery: ["shared", "face", "matching"],
  engine: ["shared", "face"],
  photo: ["shared", "face"],
  camera: ["shared", "face"],
  storage: ["shared", "face", "gallery"],
  pwa: ["shared"],
  i18n: [],
  app: ["shared", "face", "matching", "gallery", "engine", "photo", "camera", "storage", "pwa"],
  ui: [
    "shared",
    "face",
    "matching",
    "gallery",
    "engine",
    "photo",
    "camera",
    "storage",
    "i18n",
    "app",
  ],
  /** Puts the page together; what starts it, src/main.tsx, stands above. */
  start: ["shared", "gallery", "engine", "photo", "camera", "storage", "pwa", "i18n", "app", "ui"],
};

/** The ML libraries are imported in one folder and nowhere else. */
const ML_LIBRARIES = ["@tensorflow/*", "@vladmandic/face-api", "@vladmandic/face-api/*"];
const ML_FOLDER = "src/engine/worker/";

const restricted = (patterns) => ({ "no-restricted-imports": ["error", { patterns }] });
const mlPattern = {
  group: ML_LIBRARIES,
  message: `Only ${ML_FOLDER} may import the ML libraries.`,
};

const roomPatterns = (folder, allowed) =>
  Object.keys(MAY_IMPORT)
    .filter((other) => other !== folder && !allowed.includes(other))
    .map((other) => ({
      group: [`**/${other}/**`],
      message: `src/${folder} may not import src/${other}.`,
    }));

const rooms = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  rules: restricted([...roomPatterns(folder, allowed), mlPattern]),
}));

export const boundaries = [
  ...rooms,
  {
    files: [`${ML_FOLDER}**/*.ts`],
    rules: restricted(roomPatterns("engine", MAY_IMPORT.engine)),
  },
];
