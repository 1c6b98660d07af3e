/** How every Chromium of the tests draws. */
export const GRAPHICS_ARGS: readonly string[] = [
  // WebGL in software everywhere, so that a machine with a GPU runs the same tests.
  "--use-angle=swiftshader",
  // The page itself is not drawn through it: that was a third of the processor time from page to answer.
  "--disable-gpu-compositing",
];
