import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

import { boundaries } from "./eslint.boundaries.js";

const READ_ATTRIBUTE =
  "JSXAttribute[name.name=/^(aria-label|aria-description|aria-valuetext|alt|title|placeholder)$/]";

/** Words that people read or hear are messages of src/i18n. */
const TEXT_IN_CODE = [
  "JSXText[value=/\\p{L}/u]",
  "JSXExpressionContainer > Literal[value=/\\p{L}/u]:not(JSXAttribute Literal)",
  `${READ_ATTRIBUTE} > Literal[value=/\\p{L}/u]`,
  `${READ_ATTRIBUTE} > JSXExpressionContainer > Literal[value=/\\p{L}/u]`,
].map((selector) => ({ selector, message: "Texts belong into src/i18n." }));

export default tseslint.config(
  { ignores: ["dist/", ".cache/", "public/", "test-results/", "node_modules/"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Indexing under noUncheckedIndexedAccess, where the loop bounds prove it.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  { files: ["src/**/*.tsx"], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ["src/**/*.tsx"],
    ignores: ["src/**/*.test.tsx"],
    rules: { "no-restricted-syntax": ["error", ...TEXT_IN_CODE] },
  },
  { files: ["**/*.{js,mjs}"], languageOptions: { globals: globals.node } },
  { files: ["scripts/bench/peers/*.js"], languageOptions: { globals: globals.browser } },
  ...boundaries,
);
